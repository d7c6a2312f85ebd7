import Diagnostics

/// Which columns of a file mean which columns of ours.
///
/// What somebody said (`Serial No=serial`) comes first, then a name that is ours, then one that is
/// ours but for case, spaces, hyphens and underscores, where only one such is there.
package struct ColumnMap: Sendable {
  /// The columns that mean something.
  package let known: [String]
  private let repeating: Set<String>
  /// Ours by the file's, as somebody said.
  private let given: [String: String]
  private let loose: [String: String]

  /// - Parameter pairs: texts `COLUMN=OURS`.
  /// - Throws: `IntakeFault` `map.form`, `map.unknown` or `map.repeated`.
  package init(
    known: [String], repeating: Set<String>, pairs: [String]
  ) throws(IntakeFault) {
    (self.known, self.repeating) = (known, repeating)
    let alike = Dictionary(grouping: known, by: Self.looseForm)
    loose = alike.compactMapValues { $0.count == 1 ? $0[0] : nil }
    var given: [String: String] = [:]
    for pair in pairs {
      let (column, target) = try Self.parts(of: pair, known)
      if given[column] != nil { throw .mappedTwice(column, "is mapped twice") }
      if !repeating.contains(target), given.values.contains(target) {
        throw .mappedTwice(target, "can stand for one column only")
      }
      given[column] = target
    }
    self.given = given
  }

  /// The columns that somebody mapped.
  package var mapped: [String] { given.keys.sorted() }

  /// Whether a column of the file may be there more than once.
  package func mayRepeat(_ name: String) -> Bool {
    target(of: name).map { repeating.contains($0.name) } ?? true
  }

  /// Ours for each column of a file; nil where it has no meaning.
  ///
  /// - Throws: `IntakeFault` `map.ambiguous`.
  package func targets(of names: [String]) throws(IntakeFault) -> [String?] {
    let found = names.map(target)
    var best: [String: (strength: Int, index: Int)] = [:]
    for (index, target) in found.enumerated() {
      guard let target, !repeating.contains(target.name) else { continue }
      guard let rival = best[target.name], rival.strength >= target.strength else {
        best[target.name] = (target.strength, index)
        continue
      }
      if rival.strength == target.strength {
        throw .ambiguous(names[rival.index], names[index], target.name)
      }
    }
    return found.enumerated().map { index, target in
      guard let target else { return nil }
      let isTaken = repeating.contains(target.name) || best[target.name]?.index == index
      return isTaken ? target.name : nil
    }
  }

  private func target(of name: String) -> (name: String, strength: Int)? {
    if let said = given[name] { return (said, 3) }
    if known.contains(name) { return (name, 2) }
    return loose[Self.looseForm(name)].map { ($0, 1) }
  }

  private static func looseForm(_ name: String) -> String {
    name.lowercased().filter { !" -_\u{A0}".contains($0) }
  }

  /// The last equals sign divides: ours have none.
  private static func parts(
    of pair: String, _ known: [String]
  ) throws(IntakeFault) -> (String, String) {
    guard let equals = pair.lastIndex(of: "="), equals > pair.startIndex else {
      throw IntakeFault(
        code: "map.form",
        message: "--map \(SafeText.quoted(pair)): expected COLUMN=OURS, like “Serial No=serial”.")
    }
    let target = String(pair[pair.index(after: equals)...])
    guard known.contains(target) else {
      throw IntakeFault(
        code: "map.unknown",
        message: "--map: there is no column \(SafeText.quoted(target)) to map to; there are "
          + known.joined(separator: ", ") + "." + Suggestion.hint(for: target, among: known))
    }
    return (String(pair[..<equals]), target)
  }
}

extension IntakeFault {
  fileprivate static func mappedTwice(_ column: String, _ reason: String) -> IntakeFault {
    IntakeFault(code: "map.repeated", message: "--map: \(SafeText.quoted(column)) \(reason).")
  }

  fileprivate static func ambiguous(_ a: String, _ b: String, _ target: String) -> IntakeFault {
    IntakeFault(
      code: "map.ambiguous",
      message: "The columns \(SafeText.quoted(a)) and \(SafeText.quoted(b)) could both be "
        + "“\(target)”; say which with --map \"\(SafeText.terminal(a))=\(target)\".")
  }
}
