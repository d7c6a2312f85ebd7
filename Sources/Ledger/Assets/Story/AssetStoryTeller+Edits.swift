import Inventory

/// Edits, told field by field.
extension AssetStoryTeller {
  mutating func tell(_ edit: AssetEdit, _ entry: AssetEntry) throws {
    var (words, sets): ([String], [(String, String)]) = ([], [])
    for (field, said) in edit.said {
      let value = field == .category ? try writing(ofCategory: said) : said
      let old = self.value(of: field.name)
      if isLost(field, entry.seq) {
        words.append("changed the \(field.name) to “\(value)”, too late: “\(old)” stays")
      } else if value != old {
        words.append(Self.words(field, old, value))
        sets.append((field.name, value))
      }
    }
    words += (edit.codes ?? []).map { "attached the code \($0.code.text)" }
    let made = edit.origin.map { " (on \($0.deviceID) at \($0.occurredAt))" } ?? ""
    add(
      entry, (words.isEmpty ? "changed nothing" : words.joined(separator: ", ")) + made, edit.note,
      sets)
  }

  private static func words(_ field: AssetField, _ old: String, _ new: String) -> String {
    switch (field, old.isEmpty, new.isEmpty) {
    case (.name, true, _): "named it “\(new)”"
    case (.name, _, false): "renamed it from “\(old)” to “\(new)”"
    case (_, true, _): "set the \(field.name) to “\(new)”"
    case (_, _, true): "took away the \(field.name) “\(old)”"
    default: "changed the \(field.name) from “\(old)” to “\(new)”"
    }
  }
}

extension AssetField {
  /// As people call it.
  fileprivate var name: String {
    guard case .custom(let name) = self else { return key }
    return name
  }
}
