/// Finds a place for each caption: near its symbol, inside the picture, over as little as possible.
struct CaptionPlacing {
  private let symbols: [PixelRectangle]
  private let picture: (width: Int, height: Int)
  private let gap: Int
  private var captions: [PixelRectangle] = []

  /// A hidden caption is worse than a hidden part of a symbol.
  private static let captionWeight = 4

  /// - Parameter gap: pixels between a symbol and its caption.
  init(symbols: [PixelRectangle], picture: (width: Int, height: Int), gap: Int) {
    (self.symbols, self.picture, self.gap) = (symbols, picture, gap)
  }

  /// The place of a caption, of equal ones the first; nil where the picture is too small for it.
  mutating func place(width: Int, height: Int, at symbol: PixelRectangle) -> PixelRectangle? {
    guard width > 0, width <= picture.width, height <= picture.height else { return nil }
    var best: (cost: Int, place: PixelRectangle)?
    for (x, y) in corners(width, height, symbol) {
      let place = PixelRectangle(
        x: min(max(x, 0), picture.width - width), y: min(max(y, 0), picture.height - height),
        width: width, height: height)
      let cost = cost(of: place)
      if cost < best?.cost ?? .max { best = (cost, place) }
    }
    if let best { captions.append(best.place) }
    return best?.place
  }

  /// Top left corners that come into question, the most wanted first.
  private func corners(
    _ width: Int, _ height: Int, _ symbol: PixelRectangle
  ) -> [(x: Int, y: Int)] {
    let (right, bottom) = (symbol.x + symbol.width, symbol.y + symbol.height)
    let (above, below) = (symbol.y - gap - height, bottom + gap)
    return [
      (symbol.x, above), (symbol.x, below), (right - width, above), (right - width, below),
      (right + gap, symbol.y), (symbol.x - gap - width, symbol.y),
      (right + gap, bottom - height), (symbol.x - gap - width, bottom - height),
      (symbol.x, symbol.y),
    ]
  }

  private func cost(of place: PixelRectangle) -> Int {
    captions.reduce(0) { $0 + Self.captionWeight * place.area(sharedWith: $1) }
      + symbols.reduce(0) { $0 + place.area(sharedWith: $1) }
  }
}
