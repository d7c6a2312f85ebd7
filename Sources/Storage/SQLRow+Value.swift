import CSQLite

extension SQLRow {
  /// A value by the type that it has; nothing is `null(.integer)`, whatever the column's type.
  ///
  /// - Throws: `StorageFault` for a type that no program of ours writes.
  package func value(_ column: Int) throws(StorageFault) -> SQLValue {
    switch source {
    case .sqlite(let row):
      switch sqlite3_column_type(row.statement, Int32(column)) {
      case SQLITE_NULL: return .null(.integer)
      case SQLITE_INTEGER: return .integer(try row.int(column))
      case SQLITE_TEXT: return .text(try row.text(column))
      case SQLITE_BLOB: return .blob(try row.blob(column))
      default: throw Self.wrong(column, "a whole number, text or bytes")
      }
    case .postgres(let row):
      if row.isNull(column) { return .null(.integer) }
      if let number = try? row.int(column) { return .integer(number) }
      if let text = try? row.text(column) { return .text(text) }
      return .blob(try row.blob(column))
    }
  }
}

extension SQLValue {
  /// The order in which both engines sort values of one column; SQLite those of different types, too.
  package static func isOrdered(_ a: SQLValue, before b: SQLValue) -> Bool {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): a < b
    case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    case (.blob(let a), .blob(let b)): a.lexicographicallyPrecedes(b)
    default: a.rank < b.rank
    }
  }

  /// Whether both are stored alike: by bytes, where Swift holds two spellings of a letter equal.
  package static func isSame(_ a: SQLValue, as b: SQLValue) -> Bool {
    guard case .text(let a) = a, case .text(let b) = b else { return a == b }
    return a.utf8.elementsEqual(b.utf8)
  }

  private var rank: Int {
    switch self {
    case .null: 0
    case .integer: 1
    case .text: 2
    case .blob: 3
    }
  }
}
