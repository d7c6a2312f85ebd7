/// What one pass says about one place of a picture, before anybody believes it.
struct Reading {
  var content: SymbolContent
  /// In pixels of the picture.
  let outline: SymbolOutline
  /// The rendering in which it was read.
  let pass: String
  /// What decoded it.
  let engine: String
  /// The pixels in which it was read: another pass may see the same.
  let pixels: String

  /// What a pass has read in its rendering.
  init(
    _ content: SymbolContent, _ outline: SymbolOutline, in rendering: Rendering, engine: String
  ) {
    (self.content, self.engine) = (content, engine)
    self.outline = outline.mapped(by: rendering.map)
    (pass, pixels) = (rendering.name, rendering.pixels)
  }
}
