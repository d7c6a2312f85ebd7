extension LabelElement {
  var isSymbol: Bool { if case .symbol = content { true } else { false } }

  /// Whether a row has it on its label.
  func isShown(_ values: [String]) throws(LabelFault) -> Bool {
    guard let when else { return true }
    return try !resolve(when, values).isBlank
  }

  /// A text of the element, for a row.
  func resolve(_ text: FieldText, _ values: [String]) throws(LabelFault) -> String {
    do throws(LabelFault) {
      return try text.resolve(values)
    } catch { throw LabelFault(error, self) }
  }
}

extension String {
  /// Whether there is nothing in it but white space.
  var isBlank: Bool {
    // Most texts begin with a letter or digit, and then it is known without a look into Unicode's tables.
    if let first = utf8.first, first > 0x20, first < 0x7F { return false }
    return allSatisfy(\.isWhitespace)
  }
}
