/// A label with everything at its place, in whole dots: what each painter starts from.
///
/// Whatever can't be printed correctly was refused on the way here, for all outputs alike.
struct ArrangedLabel {
  /// Columns, in dots.
  let width: Int
  /// Rows, in dots.
  let height: Int
  /// What is the same on every label of the template, in its order.
  let background: [ArrangedPiece]
  /// What is this row's own, in the template's order.
  let pieces: [ArrangedPiece]
  /// Drawn last, in the template's order.
  let symbols: [ArrangedSymbol]

  /// What a reader finds on it.
  var codes: [LabelCode] { symbols.map(\.code) }
}
