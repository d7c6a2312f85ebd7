/// A text with the fields of a row in it: `Room {room|upper}`.
struct FieldText: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case literal(String)
    /// A field by its place among the template's fields, and what is done with its value.
    case field(Int, [TextFilter])
  }

  let parts: [Part]

  /// Whether it is the same for every row.
  var isConstant: Bool {
    parts.allSatisfy { if case .literal = $0 { true } else { false } }
  }

  /// The text of a row, given the values of the template's fields in their order.
  func resolve(_ values: [String]) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .field(let index, let filters):
        text += filters.reduce(values[index]) { $1.apply(to: $0) }
      }
    }
    return text
  }
}

/// What a placeholder may do with a value before it is drawn.
enum TextFilter: String, Sendable, CaseIterable {
  case upper, lower, trim

  func apply(to text: String) -> String {
    switch self {
    case .upper: text.uppercased()
    case .lower: text.lowercased()
    case .trim: trimmed(text)
    }
  }

  private func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }
}
