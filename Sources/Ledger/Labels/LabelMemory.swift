import Storage

/// What was looked up about issued labels in one transaction, ahead of its turn.
final class LabelMemory {
  /// By code; each is handed out once, since registering the label changes it.
  private var ahead: [String: IssuedLabelTable.Entry?] = [:]
  private var insertion: RowInsertion?
  /// Codes that were found to be on no label, and haven't been given to one since.
  private var free: Set<String> = []

  /// Looks up codes of labels that will be registered.
  func lookUp(_ keys: [String], _ connection: Connection) throws {
    ahead = try IssuedLabelTable(connection: connection).entries(of: keys)
    free.removeAll(keepingCapacity: true)
  }

  func entry(of key: String, _ connection: Connection) throws -> IssuedLabelTable.Entry? {
    guard let known = ahead.removeValue(forKey: key) else {
      return try IssuedLabelTable(connection: connection).entry(of: key)
    }
    if known == nil { free.insert(key) }
    return known
  }

  /// Puts a code on a label.
  func add(_ key: String, of label: LabelIssuance, seq: Int, _ connection: Connection) throws {
    guard free.remove(key) != nil else {
      return try IssuedLabelTable(connection: connection).add(key, of: label, seq: seq)
    }
    let insertion = try insertion ?? IssuedLabelTable.insertion(connection)
    self.insertion = insertion
    try insertion.insert { row in
      row.add(key)
      row.add(label.template.composed)
      row.add(label.row)
      row.add(label.copies)
      row.add(seq)
    }
  }
}
