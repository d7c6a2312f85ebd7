import Barcodes

extension SymbolContent {
  /// An EAN-13 with the prefix of books is an ISBN (ISO 2108:2017, 4.2); 979-0 is that of printed
  /// music (ISO 10957).
  fileprivate var isBook: Bool {
    symbology == .ean13
      && (data.hasPrefix("978") || data.hasPrefix("979") && !data.hasPrefix("9790"))
  }
}

extension Reading {
  /// The same reading, of an ISBN where it is one, whichever engine has read it.
  var namingBook: Reading {
    var reading = self
    if content.isBook { reading.content.symbology = .isbn }
    return reading
  }
}
