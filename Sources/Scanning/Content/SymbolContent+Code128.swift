import Barcodes

extension SymbolContent {
  /// The content of a Code 128 symbol whose code words are known, FNC4 among them.
  init?(_ message: Code128Message) {
    let symbol = ZBarSymbol(
      kind: .code128, bytes: message.bytesWithoutFNC4, isGS1: message.isGS1, isAIM: message.isAIM)
    self.init(symbol)
    guard message.hasFNC4 else { return }
    dataWithoutFNC4 = data
    // Latin-1, whatever else the bytes may look like.
    data = String(message.bytes.lazy.map { Character(Unicode.Scalar($0)) })
    text = data.replacing("\u{1D}", with: "<GS>")
    bytes = message.bytes.allSatisfy { $0 < 0x80 } ? nil : message.bytes
  }
}
