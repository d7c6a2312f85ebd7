/// What one pass says about one place of a picture, before anybody believes it.
struct Reading {
  let content: SymbolContent
  /// In pixels of the picture.
  let outline: SymbolOutline
  /// The rendering in which it was read.
  let pass: String
  /// What decoded it.
  let engine: String
}
