import Barcodes

extension SymbolContent {
  /// The content of a Data Matrix symbol; nil for code words that spell none.
  init?(_ symbol: DataMatrixSymbol) {
    guard let message = DataMatrixMessage(codewords: symbol.codewords) else { return nil }
    let (text, charset) = ContentCharset.decode(message.bytes)
    symbology = message.isGS1 ? .gs1DataMatrix : .dataMatrix
    identifier = message.isGS1 ? "]d2" : message.isAIM ? "]d3" : "]d1"
    data = text
    self.text = message.isGS1 ? text.replacing("\u{1D}", with: "<GS>") : text
    bytes = charset == .utf8 ? nil : message.bytes
    if message.isGS1 { takeApart() }
    if message.isReaderProgramming { refuse(.readerProgramming) }
  }
}

extension ScannedSymbol.Problem {
  /// ISO/IEC 16022, 5.2.4.9: such a symbol sets up a reader.
  fileprivate static let readerProgramming = Self(
    code: "data-matrix.reader-programming",
    message: "The symbol is meant to set up a reader; expected one that names a thing.")
}
