extension LabelElement {
  var isSymbol: Bool { if case .symbol = content { true } else { false } }

  /// Whether a row has it on its label.
  func isShown(_ values: [String]) throws(LabelFault) -> Bool {
    guard let when else { return true }
    return try resolve(when, values).contains { !$0.isWhitespace }
  }

  /// A text of the element, for a row.
  func resolve(_ text: FieldText, _ values: [String]) throws(LabelFault) -> String {
    do throws(LabelFault) {
      return try text.resolve(values)
    } catch { throw LabelFault(error, self) }
  }
}
