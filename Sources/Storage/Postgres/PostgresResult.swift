import CPostgres

/// The answer to a statement.
final class PostgresResult {
  private let handle: OpaquePointer?

  /// Takes over a result of libpq.
  init(_ handle: OpaquePointer?) { self.handle = handle }

  deinit { PQclear(handle) }

  /// The number of rows.
  var count: Int { Int(PQntuples(handle)) }

  /// How many rows the statement changed.
  var changes: Int { PQcmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0 }

  /// What was done (`COMMIT`).
  var tag: String { PQcmdStatus(handle).map { String(cString: $0) } ?? "" }

  /// A row, valid as long as this result is.
  func row(_ index: Int32) -> SQLRow {
    SQLRow(source: .postgres(PostgresRow(result: handle, index: index)))
  }

  func forEach(_ body: (SQLRow) throws -> Void) rethrows {
    try withExtendedLifetime(self) {
      for index in 0..<Int32(count) { try body(row(index)) }
    }
  }
}
