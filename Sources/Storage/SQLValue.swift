/// The types of values that both database engines have.
package enum SQLType: Sendable, Hashable {
  case integer
  case text
  case blob
}

/// A value as both database engines store it.
package enum SQLValue: Sendable, Hashable {
  /// Nothing, where there could be a value of a type: PostgreSQL wants to know which.
  case null(SQLType)
  case integer(Int)
  case text(String)
  case blob([UInt8])

  var type: SQLType {
    switch self {
    case .null(let type): type
    case .integer: .integer
    case .text: .text
    case .blob: .blob
    }
  }
}

/// What can be bound to a parameter of a query.
package protocol SQLBindable {
  static var sqlType: SQLType { get }
  var sqlValue: SQLValue { get }
}

extension Int: SQLBindable {
  package static var sqlType: SQLType { .integer }
  package var sqlValue: SQLValue { .integer(self) }
}

extension String: SQLBindable {
  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(self) }
}

extension Bool: SQLBindable {
  package static var sqlType: SQLType { .integer }
  /// 0 or 1: the one form of truth that both engines compare alike.
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension [UInt8]: SQLBindable {
  package static var sqlType: SQLType { .blob }
  package var sqlValue: SQLValue { .blob(self) }
}
