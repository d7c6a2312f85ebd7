/// A row of a result, read by the position of its columns.
///
/// A row is valid only inside the closure that it is handed to. A column of another type than
/// asked for is a defect of ours or damage to the database, and is thrown as `ledger.damaged`.
package struct SQLRow {
  enum Source {
    case sqlite(SQLiteRow)
    case postgres(PostgresRow)
  }

  let source: Source

  package func int(_ column: Int) throws(StorageFault) -> Int {
    switch source {
    case .sqlite(let row): try row.int(column)
    case .postgres(let row): try row.int(column)
    }
  }

  package func text(_ column: Int) throws(StorageFault) -> String {
    switch source {
    case .sqlite(let row): try row.text(column)
    case .postgres(let row): try row.text(column)
    }
  }

  /// The bytes of a text as they are stored, even where they are no UTF-8; valid inside the closure.
  package func textBytes<Value>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) throws -> Value {
    switch source {
    case .sqlite(let row): try row.textBytes(column, body)
    case .postgres(let row): try row.textBytes(column, body)
    }
  }

  package func blob(_ column: Int) throws(StorageFault) -> [UInt8] {
    switch source {
    case .sqlite(let row): try row.blob(column)
    case .postgres(let row): try row.blob(column)
    }
  }

  package func bool(_ column: Int) throws(StorageFault) -> Bool { try int(column) != 0 }

  package func optionalInt(_ column: Int) throws(StorageFault) -> Int? {
    isNull(column) ? nil : try int(column)
  }

  package func optionalText(_ column: Int) throws(StorageFault) -> String? {
    isNull(column) ? nil : try text(column)
  }

  package func optionalBlob(_ column: Int) throws(StorageFault) -> [UInt8]? {
    isNull(column) ? nil : try blob(column)
  }

  package func isNull(_ column: Int) -> Bool {
    switch source {
    case .sqlite(let row): row.isNull(column)
    case .postgres(let row): row.isNull(column)
    }
  }

  static func wrong(_ column: Int, _ expected: String) -> StorageFault {
    StorageFault(
      code: "ledger.damaged",
      message: "Column \(column + 1) of a row is not \(expected): the ledger is damaged.")
  }
}
