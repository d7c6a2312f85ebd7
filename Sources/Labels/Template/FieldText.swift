import Diagnostics

/// A text with the fields of a row in it: `Room {room|upper}`.
struct FieldText: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case literal(String)
    /// A field by its place among the template's fields and its name, and what is done with its value.
    case field(Int, String, [TextFilter])
  }

  let parts: [Part]

  /// Whether it is the same for every row.
  var isConstant: Bool {
    parts.allSatisfy { if case .literal = $0 { true } else { false } }
  }

  /// Whether a field is in it, by its place among the template's.
  func uses(_ field: Int) -> Bool {
    parts.contains { if case .field(field, _, _) = $0 { true } else { false } }
  }

  /// The text of a row, given the values of the template's fields in their order.
  ///
  /// - Throws: `LabelFault` `label.filter` where a value isn't what a filter takes.
  func resolve(_ values: [String]) throws(LabelFault) -> String {
    var text = ""
    for part in parts { text += try part.resolve(values) }
    return text
  }
}

extension FieldText.Part {
  /// The text of a row.
  func resolve(_ values: [String]) throws(LabelFault) -> String {
    switch self {
    case .literal(let literal): return literal
    case .field(let index, let name, let filters):
      var value = values[index]
      do throws(LabelFault) {
        for filter in filters { value = try filter.apply(to: value) }
      } catch {
        throw LabelFault(
          code: error.code, message: "the field \(SafeText.quoted(name)): \(error.message)")
      }
      return value
    }
  }
}
