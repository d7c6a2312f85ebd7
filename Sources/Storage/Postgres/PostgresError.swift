import CPostgres
import Diagnostics

/// What PostgreSQL, or the way to it, said.
struct PostgresError: Error {
  /// Five signs (PostgreSQL 15, appendix A); empty where no server said it.
  let sqlState: String
  let message: String
  /// Whether the connection is gone: then so is the transaction, unless it was being committed.
  let isLost: Bool

  init(sqlState: String, message: String, isLost: Bool) {
    (self.sqlState, self.message, self.isLost) = (sqlState, message, isLost)
  }

  /// Of a result that is an error.
  init(_ result: OpaquePointer?, of connection: OpaquePointer) {
    func field(_ code: Character) -> String? {
      code.asciiValue.flatMap { PQresultErrorField(result, Int32($0)) }.map { String(cString: $0) }
    }
    let words = [field("M"), field("D")].compactMap(\.self).joined(separator: " – ")
    // Without a code it is libpq that speaks: of a connection on which nothing more can be sent,
    // even where it hasn't noticed yet that nothing more can be read.
    self.init(
      sqlState: field("C") ?? "",
      message: words.isEmpty ? String(cString: PQerrorMessage(connection)) : words,
      isLost: PQstatus(connection) == CONNECTION_BAD || field("C") == nil
        || ["FATAL", "PANIC"].contains(field("V")))
  }

  /// In one line, without whatever a terminal would obey.
  var words: String {
    SafeText.terminal(message.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}
