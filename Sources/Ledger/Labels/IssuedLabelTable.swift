import Foundation
import Inventory
import Storage

/// Which codes are on labels of ours, inside a transaction.
struct IssuedLabelTable {
  let connection: Connection

  /// A code that is on a label.
  struct Entry {
    /// The entry that issued the label.
    let label: Int
    let copies: Int
    let state: LabelState
  }

  func entry(of key: String) throws -> Entry? {
    try connection.first(Self.entries(of: [key]), Self.entry)?.entry
  }

  /// The labels that codes are on, by code; nil for codes that are on none.
  func entries(of keys: [String]) throws -> [String: Entry?] {
    var found: [String: Entry?] = [:]
    for key in keys { found.updateValue(nil, forKey: key) }
    try keys.inGroups { group in
      for (key, entry) in try connection.all(Self.entries(of: group), Self.entry) {
        found[key] = entry
      }
    }
    return found
  }

  private static func entries(of keys: [String]) -> SQLQuery {
    """
    SELECT l.seq, l.copies, (
      SELECT s.state FROM label_steps s WHERE s.label = l.seq ORDER BY s.seq DESC LIMIT 1),
      l.code_key
    FROM issued_labels l WHERE l.code_key IN (\(list: keys))
    """
  }

  private static func entry(_ row: SQLRow) throws -> (key: String, entry: Entry) {
    let hasSteps = try row.optionalText(2) != nil
    let entry = Entry(
      label: try row.int(0), copies: try row.int(1),
      state: hasSteps ? try row.labelState(2) : .issued)
    return (try row.text(3), entry)
  }

  /// The statement that adds codes that are on no label.
  static func insertion(_ connection: Connection) throws -> RowInsertion {
    try RowInsertion(
      connection, into: "issued_labels",
      columns: ["code_key", "template", "batch_row", "copies", "seq"])
  }

  /// Keeps a code of a label; of one that is known already the number of copies grows.
  func add(_ key: String, of label: LabelIssuance, seq: Int) throws {
    try connection.execute(
      """
      INSERT INTO issued_labels (code_key, template, batch_row, copies, seq)
      VALUES (\(key), \(label.template.composed), \(label.row), \(label.copies), \(seq))
      ON CONFLICT (code_key) DO UPDATE SET copies = excluded.copies
      WHERE excluded.copies > issued_labels.copies
      """)
  }

  /// Takes a code from the label that it is on, if the label's life has ended.
  func letGo(_ key: String) throws {
    try connection.execute(
      """
      DELETE FROM issued_labels WHERE code_key = \(key) AND seq IN (
        SELECT label FROM label_steps WHERE state IN ('retired', 'replaced', 'voided'))
      """)
  }

  /// All forms in which a scan may bring codes of a label.
  static func keys(of codes: [LabelIssue.Code], _ rules: CodeRules) -> [String] {
    let keys = codes.flatMap { ScannedCode($0.text, rules: rules).keys(.physical) }
    return Set(keys.map(\.composed)).sorted { $0.isBefore($1) }
  }
}

extension Connection {
  /// The label that a code is on; nil where none of ours has it.
  func issuedLabel(of code: ScannedCode) throws -> IssuedLabel? {
    for key in code.keys(.physical) {
      let label = try first(
        """
        SELECT l.template, l.batch_row, l.copies, e.recorded_at, e.principal, l.seq
        FROM issued_labels l JOIN entries e ON e.seq = l.seq WHERE l.code_key = \(key.composed)
        """
      ) { row in
        let last = try LabelStepTable(connection: self).steps(of: row.int(5)).last
        return IssuedLabel(
          template: try row.text(0), row: try row.int(1), copies: try row.int(2),
          issuedAt: Timestamp.text(try row.int(3)),
          issuedBy: try CanonicalJSON.value(Principal.self, try row.text(4)).name,
          state: last?.state ?? .issued,
          reason: last.flatMap { $0.reason.isEmpty ? nil : $0.reason },
          replacedBy: try last?.replacedBy.flatMap { try labelName($0) })
      }
      if let label { return label }
    }
    return nil
  }

  /// The first code on a label.
  func labelName(_ label: Int) throws -> String? { try labelCodes(label).first?.text }

  /// What is on a label, by the entry that issued it.
  func labelCodes(_ label: Int) throws -> [LabelIssue.Code] {
    let payload = try first("SELECT payload FROM entries WHERE seq = \(label)") {
      try CanonicalJSON.value(LabelIssuance.self, $0.text(0))
    }
    return payload?.codes ?? []
  }

  /// The codes that were issued before an entry, and led to no asset then.
  func unassignedLabels(before seq: Int) throws -> Set<String> {
    var codes: Set<String> = []
    try forEach(
      """
      SELECT code_key FROM issued_labels l WHERE seq < \(seq) AND NOT EXISTS (
        SELECT 1 FROM asset_codes c WHERE c.code_key = l.code_key AND c.seq < \(seq))
      """
    ) { codes.insert(try $0.text(0)) }
    return codes
  }
}
