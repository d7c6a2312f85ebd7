import Inventory
import Storage

/// A label that was issued, and all that became of it.
package struct LabelStatus: Sendable, Equatable, Codable {
  /// What a reader finds on it.
  package let codes: [String]
  package let state: LabelState
  /// The tag of the asset that it is on, or that its codes lead to; nil for none.
  package let asset: String?
  package let template: String
  package let row: Int
  package let copies: Int
  /// The first scan of it in a stocktake, RFC 3339; nil where nobody scanned it.
  package let firstSeen: String?
  /// The first one first.
  package let steps: [Step]

  /// One step of its life.
  package struct Step: Sendable, Equatable, Codable {
    /// The entry that says it.
    package let seq: Int
    /// RFC 3339, UTC.
    package let at: String
    package let by: String
    package let state: LabelState
    package let reason: String?
    /// A code of the label in its place.
    package let replacedBy: String?

    private enum CodingKeys: String, CodingKey {
      case seq, at, by, state, reason
      case replacedBy = "replaced_by"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case codes, state, asset, template, row, copies, steps
    case firstSeen = "first_seen"
  }
}

extension LedgerStore {
  /// What became of the label that a code is on.
  ///
  /// - Throws: `LedgerFault` `label.unknown`.
  package func labelStatus(_ code: String) throws -> LabelStatus {
    try database.read { try $0.labelStatus(code) }
  }

  /// The labels that were issued, in the order of the log.
  ///
  /// - Parameter state: only of this one.
  package func labels(in state: LabelState? = nil) throws -> [LabelStatus] {
    try database.read { connection in
      let labels = try connection.all("SELECT DISTINCT seq FROM issued_labels ORDER BY seq") {
        try $0.int(0)
      }
      return try labels.compactMap { label in
        let status = try connection.labelStatus(label)
        return state == nil || status.state == state ? status : nil
      }
    }
  }
}

extension Connection {
  func labelStatus(_ code: String) throws -> LabelStatus { try labelStatus(label(of: code)) }

  fileprivate func labelStatus(_ label: Int) throws -> LabelStatus {
    let issuance = try first("SELECT payload FROM entries WHERE seq = \(label)") {
      try CanonicalJSON.value(LabelIssuance.self, $0.text(0))
    }
    guard let issuance else {
      throw LedgerFault(
        code: "ledger.damaged",
        message: "Entry \(label) of the log, which issued a label, is missing. Restore the ledger "
          + "from a backup.")
    }
    let rules = try codeRules()
    let keys = IssuedLabelTable.keys(of: issuance.codes, rules)
    let copies = try keys.first.flatMap {
      try IssuedLabelTable(connection: self).entry(of: $0)?.copies
    }
    let steps = try LabelStepTable(connection: self).steps(of: label)
    let (last, seen) = (steps.last?.state ?? .issued, try firstScan(of: keys, rules, after: label))
    return LabelStatus(
      codes: issuance.codes.map(\.text), state: last == .attached && seen != nil ? .seen : last,
      asset: try asset(of: steps, keys), template: issuance.template, row: issuance.row,
      copies: max(copies ?? 0, issuance.copies), firstSeen: seen.map { Timestamp.text($0) },
      steps: try ([LabelStepTable.Step(issued: label)] + steps).map(told))
  }

  /// The tag of the asset on which it was stuck last, else of the one that its codes lead to.
  private func asset(of steps: [LabelStepTable.Step], _ keys: [String]) throws -> String? {
    let table = AssetTable(connection: self)
    if let number = steps.last(where: { $0.asset != nil })?.asset {
      return try table.find(number: number)?.tag
    }
    for key in keys {
      let owner = try first(
        """
        SELECT asset_number FROM asset_codes WHERE code_key = \(key) AND kind = 'physical' LIMIT 1
        """
      ) { try $0.int(0) }
      if let owner { return try table.find(number: owner)?.tag }
    }
    return nil
  }

  /// The time of the first scan of one of a label's codes that is no older than the label.
  private func firstScan(of keys: [String], _ rules: CodeRules, after label: Int) throws -> Int? {
    let forms = keys + (rules.urlPrefix.isEmpty ? [] : keys.map { rules.urlPrefix + $0 })
    return try Set(forms).compactMap { form in
      try first(
        // With the text of the index `scan_events_by_code`.
        """
        SELECT MIN(occurred_at) FROM scan_events WHERE kind = 'scan' AND seq > \(label)
          AND (CASE WHEN SUBSTR(code, 1, 1) = ']' THEN SUBSTR(code, 4) ELSE code END) = \(form)
        """
      ) { try $0.optionalInt(0) } ?? nil
    }.min()
  }

  private func told(_ step: LabelStepTable.Step) throws -> LabelStatus.Step {
    let entry = try first("SELECT recorded_at, principal FROM entries WHERE seq = \(step.seq)") {
      (try $0.int(0), try CanonicalJSON.value(Principal.self, $0.text(1)).name)
    }
    return LabelStatus.Step(
      seq: step.seq, at: Timestamp.text(entry?.0 ?? 0), by: entry?.1 ?? "", state: step.state,
      reason: step.reason.isEmpty ? nil : step.reason,
      replacedBy: try step.replacedBy.flatMap { try labelName($0) })
  }
}

extension LabelStepTable.Step {
  /// The step that began it all.
  fileprivate init(issued label: Int) {
    self.init(seq: label, state: .issued, asset: nil, reason: "", replacedBy: nil)
  }
}
