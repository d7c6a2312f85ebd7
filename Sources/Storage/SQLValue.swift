/// A value as both database engines store it.
package enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int)
  case text(String)
  case blob([UInt8])
}

/// What can be bound to a parameter of a query.
package protocol SQLBindable {
  var sqlValue: SQLValue { get }
}

extension Int: SQLBindable {
  package var sqlValue: SQLValue { .integer(self) }
}

extension String: SQLBindable {
  package var sqlValue: SQLValue { .text(self) }
}

extension Bool: SQLBindable {
  /// 0 or 1: the one form of truth that both engines compare alike.
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension [UInt8]: SQLBindable {
  package var sqlValue: SQLValue { .blob(self) }
}
