import Imaging

/// The symbols of a file's pages, told by their pages.
enum PageSymbols {
  /// The symbols of a page that are to be reported, with the page's number.
  ///
  /// The frames of an animation show the same things again and again: a code that lies in a frame as
  /// often as it was reported already is the same label. Pages of a document are sheets of their
  /// own, and nothing on them is passed over.
  static func fresh(
    _ symbols: [ScannedSymbol], on loaded: LoadedImage, besides earlier: [ScannedSymbol]
  ) -> [ScannedSymbol] {
    guard loaded.page.count > 1 else { return symbols }
    let isAnimation = loaded.format == .gif || loaded.format == .webp
    var known: [String: Int] = [:]
    if isAnimation { for symbol in earlier { known[symbol.payload, default: 0] += 1 } }
    return symbols.compactMap { symbol in
      if let count = known[symbol.payload], count > 0 {
        known[symbol.payload] = count - 1
        return nil
      }
      var symbol = symbol
      symbol.page = loaded.page.number
      return symbol
    }
  }
}
