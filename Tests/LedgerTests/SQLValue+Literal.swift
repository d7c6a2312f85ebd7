import Diagnostics
import Storage

extension SQLValue {
  /// The value as it is written in SQL, for statements that name their tables at run time.
  func literal(_ dialect: Dialect) -> String {
    switch self {
    case .null: return "NULL"
    case .integer(let number): return String(number)
    case .text(let text):
      let parts = text.split(separator: "'", omittingEmptySubsequences: false)
      return "'" + parts.joined(separator: "''") + "'"
    case .blob(let bytes):
      let digits = Hex.text(bytes)
      return dialect == .postgres ? #"'\x\#(digits)'::BYTEA"# : "x'\(digits)'"
    }
  }
}

extension Database {
  /// Runs statements that were put together at run time, in one transaction.
  func write(text statements: [String]) throws {
    try write { connection in
      for statement in statements { try connection.execute(SQLQuery(stringLiteral: statement)) }
    }
  }
}
