import Diagnostics
import Tabular

extension RowReader {
  /// The next row as a draft, or why it can't be one; nil at the end.
  ///
  /// - Parameter draft: makes a draft, and the key by which a repeat of it is known.
  func nextPending<Draft>(
    _ draft: (TableRow) throws -> (key: String, draft: Draft)
  ) throws -> PendingRow<Draft>? {
    guard let result = next() else { return nil }
    switch result {
    case .failure(let fault):
      return PendingRow(line: fault.line ?? 0, key: nil, content: .fault(fault))
    case .success(let row):
      do {
        let made = try draft(row)
        return PendingRow(line: row.line, key: made.key, content: .draft(made.draft))
      } catch let fault as any Fault {
        return PendingRow(line: row.line, key: nil, content: .fault(fault))
      }
    }
  }
}
