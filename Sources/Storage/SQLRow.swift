import Foundation
import GRDB

/// A row of a result, read by the position of its columns.
///
/// A row is valid only inside the closure that it is handed to. A column of another type than
/// asked for is a defect of ours or damage to the file, and is thrown as `ledger.damaged`.
package struct SQLRow {
  let row: Row

  package func int(_ column: Int) throws(StorageFault) -> Int {
    guard case .int64(let value) = storage(column) else { throw wrong(column, "a whole number") }
    return Int(value)
  }

  package func text(_ column: Int) throws -> String {
    guard case .string(let value) = storage(column) else { throw wrong(column, "text") }
    // GRDB reads texts as C strings, which end at their first NUL; the bytes are all there.
    return try row.withUnsafeData(atIndex: column) { bytes in
      guard let bytes, bytes.count != value.utf8.count else { return value }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  package func blob(_ column: Int) throws(StorageFault) -> [UInt8] {
    guard case .blob(let value) = storage(column) else { throw wrong(column, "bytes") }
    return Array(value)
  }

  package func bool(_ column: Int) throws(StorageFault) -> Bool { try int(column) != 0 }

  package func optionalInt(_ column: Int) throws(StorageFault) -> Int? {
    isNull(column) ? nil : try int(column)
  }

  package func optionalText(_ column: Int) throws -> String? {
    isNull(column) ? nil : try text(column)
  }

  package func optionalBlob(_ column: Int) throws(StorageFault) -> [UInt8]? {
    isNull(column) ? nil : try blob(column)
  }

  private func isNull(_ column: Int) -> Bool { row.hasNull(atIndex: column) }

  private func storage(_ column: Int) -> DatabaseValue.Storage {
    (row[column] as DatabaseValue).storage
  }

  private func wrong(_ column: Int, _ expected: String) -> StorageFault {
    StorageFault(
      code: "ledger.damaged",
      message: "Column \(column + 1) of a row is not \(expected): the ledger is damaged.")
  }
}
