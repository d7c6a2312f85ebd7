import Barcodes
package import Imaging
package import Scanning
package import Text

/// Draws what was read in a picture over the picture: each symbol's outline, and a caption.
///
/// The canvas is gray with coloured marks, since a scan decodes no more than a picture's luma.
package struct PictureAnnotation {
  private var canvas: ColourImage
  private let thickness: Int
  private let words: CaptionWords

  /// The picture with its symbols outlined and named.
  ///
  /// - Parameter engine: for captions; it must not be in use on another thread.
  /// - Throws: where the font isn't installed.
  package static func draw(
    _ symbols: [ScannedSymbol], over image: GrayImage, engine: TextEngine
  ) throws(FontFault) -> ColourImage {
    var annotation = try PictureAnnotation(image, engine)
    for symbol in symbols { annotation.outline(symbol) }
    annotation.name(symbols)
    return annotation.canvas
  }

  private init(_ image: GrayImage, _ engine: TextEngine) throws(FontFault) {
    canvas = ColourImage(image)
    let size = max(image.width, image.height)
    // To be seen when the picture fills a screen, without hiding bars when it is small.
    thickness = min(max(size / 450, 2), 4)
    words = try CaptionWords(size: min(max(size / 85, 11), 48), engine)
  }

  private mutating func outline(_ symbol: ScannedSymbol) {
    let corners = symbol.polygon
    for (corner, next) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      canvas.drawLine(
        from: (corner.x, corner.y), to: (next.x, next.y), thickness: thickness,
        colour: Verdict(symbol).colour)
    }
  }

  /// Captions come after all outlines, so that none is crossed by one.
  private mutating func name(_ symbols: [ScannedSymbol]) {
    let places = symbols.map { PixelRectangle(around: $0.polygon, margin: thickness) }
    var placing = CaptionPlacing(
      symbols: places, picture: (canvas.width, canvas.height), gap: thickness)
    for (symbol, place) in zip(symbols, places) {
      let verdict = Verdict(symbol)
      let text = words.bitmap(of: symbol, verdict, width: canvas.width)
      guard let place = placing.place(width: text.width, height: text.height, at: place) else {
        continue
      }
      canvas.fill(
        x: place.x, y: place.y, width: place.width, height: place.height, colour: verdict.colour)
      canvas.draw(text, x: place.x, y: place.y, colour: verdict.ink)
    }
  }
}
