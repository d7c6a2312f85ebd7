import Diagnostics
import Storage

/// What an edit says of a part; nil is “not said”, which changes nothing.
package struct PartChange: Sendable, Equatable {
  package let name: String?
  package let unit: String?
  package let hasLots: Bool?

  package init(name: String? = nil, unit: String? = nil, hasLots: Bool? = nil) {
    (self.name, self.unit, self.hasLots) = (name, unit, hasLots)
  }
}

extension LedgerStore {
  /// Renames a part, or has it counted in another way where nothing of it was ever counted.
  ///
  /// Its code stays: that is on its label. An edit that says what the books say adds nothing.
  ///
  /// - Parameter name: the part's code or number.
  /// - Returns: the part as it is then.
  /// - Throws: `LedgerFault` `part.unknown`, `part.name`, `part.unit`, `part.counted`.
  @discardableResult
  package func editPart(
    _ name: String, _ change: PartChange, by principal: Principal
  ) throws -> Part {
    try append(by: principal) { log in
      let (current, id) = try PartTable(connection: log.connection).existing(name)
      let part = try current.applying(change)
      guard part != current else { return current }
      if part.unit != current.unit || part.hasLots != current.hasLots {
        try log.refuseCounted(current)
      }
      try log.record(PartEdit(id: id, name: part.name, unit: part.unit, lots: part.hasLots))
      return part
    }
  }
}

extension Part {
  fileprivate func applying(_ change: PartChange) throws(LedgerFault) -> Part {
    let draft = PartDraft(
      code: code, name: change.name?.composed ?? name, unit: change.unit?.composed ?? unit,
      hasLots: change.hasLots ?? hasLots)
    try draft.check()
    return Part(
      number: number, code: code, name: draft.name, unit: draft.unit, hasLots: draft.hasLots)
  }
}

extension EntryLog {
  /// Lines that are there would be in another unit, or in no lot, from then on.
  fileprivate func refuseCounted(_ part: Part) throws {
    let line = try connection.first(
      "SELECT 1 FROM stock_lines WHERE part_number = \(part.number) LIMIT 1"
    ) { _ in true }
    guard line != nil else { return }
    throw LedgerFault(
      code: "part.counted",
      message: "The books have quantities of \(SafeText.quoted(part.code)), be they zero (tally "
        + "stock list --zeros), in "
        + "\(SafeText.quoted(part.unit))\(part.hasLots ? " and in lots" : ""): its name can change, "
        + "its unit and lots can't. Make another part.")
  }
}
