/// SQL whose values can't become SQL.
///
/// Written as a text with interpolations: `"SELECT id FROM assets WHERE tag = \(tag)"` binds the
/// tag as a parameter, whatever it contains. Only `\(raw:)` puts text into the SQL, and it takes
/// static text alone.
package struct SQLQuery: Sendable, ExpressibleByStringInterpolation {
  /// The SQL around the parameters: one more than there are parameters.
  package let fragments: [String]
  package let parameters: [SQLValue]

  /// The text with a placeholder for each parameter: `?` of SQLite, or `$1` and so on.
  func sql(_ dialect: Dialect) -> String {
    guard fragments.count > 1 else { return fragments[0] }
    var sql = fragments[0]
    for (index, fragment) in fragments.dropFirst().enumerated() {
      sql += dialect.placeholder(index + 1)
      sql += fragment
    }
    return sql
  }

  package init(stringLiteral value: String) { (fragments, parameters) = ([value], []) }

  package init(stringInterpolation: StringInterpolation) {
    fragments = stringInterpolation.fragments
    parameters = stringInterpolation.parameters
  }

  init(fragments: [String], parameters: [SQLValue]) {
    (self.fragments, self.parameters) = (fragments, parameters)
  }

  /// With NULL in place of every value.
  var withoutValues: SQLQuery {
    SQLQuery(fragments: fragments, parameters: parameters.map { .null($0.type) })
  }

  /// The same behind some other text.
  func after(_ prefix: String) -> SQLQuery {
    var fragments = fragments
    fragments[0] = prefix + fragments[0]
    return SQLQuery(fragments: fragments, parameters: parameters)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var fragments = [""]
    fileprivate var parameters: [SQLValue] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      parameters.reserveCapacity(interpolationCount)
      fragments.reserveCapacity(interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      fragments[fragments.count - 1] += literal
    }

    package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      append(value?.sqlValue ?? .null(Value.sqlType))
    }

    mutating func append(_ value: SQLValue) {
      parameters.append(value)
      fragments.append("")
    }

    package mutating func appendInterpolation(raw text: StaticString) {
      appendLiteral("\(text)")
    }
  }
}
