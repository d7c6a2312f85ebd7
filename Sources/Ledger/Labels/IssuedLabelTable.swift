import Foundation
import Inventory
import Storage

/// Which codes are on labels of ours, inside a transaction.
struct IssuedLabelTable {
  let connection: Connection
  let rules: CodeRules

  /// Whether all codes of a label are registered, with so many copies.
  func has(_ label: LabelIssue) throws -> Bool {
    try keys(of: label).allSatisfy { key in
      let copies = try connection.first(
        "SELECT copies FROM issued_labels WHERE code_key = \(key)"
      ) { try $0.int(0) }
      return (copies ?? 0) >= label.copies
    }
  }

  /// Keeps the codes of a label; of a code that is known already the number of copies grows.
  func add(_ label: LabelIssue, seq: Int) throws {
    for key in keys(of: label) {
      try connection.execute(
        """
        INSERT INTO issued_labels (code_key, template, batch_row, copies, seq)
        VALUES (\(key), \(label.template.composed), \(label.row), \(label.copies), \(seq))
        ON CONFLICT (code_key) DO UPDATE SET copies = excluded.copies
        WHERE excluded.copies > issued_labels.copies
        """)
    }
  }

  /// All forms in which a scan may bring a code of the label.
  private func keys(of label: LabelIssue) -> [String] {
    let keys = label.codes.flatMap { ScannedCode($0.text, rules: rules).keys(.physical) }
    return Set(keys.map(\.composed)).sorted { $0.isBefore($1) }
  }
}

extension Connection {
  /// The label that a code is on; nil where none of ours has it.
  func issuedLabel(of code: ScannedCode) throws -> IssuedLabel? {
    for key in code.keys(.physical) {
      let label = try first(
        """
        SELECT l.template, l.batch_row, l.copies, e.recorded_at, e.principal
        FROM issued_labels l JOIN entries e ON e.seq = l.seq WHERE l.code_key = \(key.composed)
        """
      ) { row in
        IssuedLabel(
          template: try row.text(0), row: try row.int(1), copies: try row.int(2),
          issuedAt: Timestamp.text(try row.int(3)),
          issuedBy: try CanonicalJSON.value(Principal.self, try row.text(4)).name)
      }
      if let label { return label }
    }
    return nil
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
