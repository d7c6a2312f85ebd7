extension SQLQuery {
  /// A text, so many placeholders with commas between them, and a text.
  init(text: String, parameters count: Int, end: String) {
    var query = StringInterpolation(literalCapacity: text.utf8.count, interpolationCount: count)
    query.appendLiteral(text)
    query.appendInterpolation(list: [String?](repeating: nil, count: count))
    query.appendLiteral(end)
    self.init(stringInterpolation: query)
  }
}

extension SQLQuery.StringInterpolation {
  /// Parameters with commas between them: `"… WHERE id IN (\(list: ids))"`.
  package mutating func appendInterpolation(list values: [(some SQLBindable)?]) {
    for (index, value) in values.enumerated() {
      if index > 0 { appendLiteral(", ") }
      appendInterpolation(value)
    }
  }

  /// The same for texts, of which there may be hundreds in the query of every delivery.
  package mutating func appendInterpolation(list texts: [String]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { appendLiteral(", ") }
      append(.text(text))
    }
  }

  /// The same, for values of several types.
  mutating func appendInterpolation(values: [SQLValue]) {
    for (index, value) in values.enumerated() {
      if index > 0 { appendLiteral(", ") }
      append(value)
    }
  }
}
