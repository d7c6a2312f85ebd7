import Diagnostics

/// Writes Code 128 (ISO/IEC 15417:2007) of minimal length.
///
/// ASCII is written as it is; the upper half of Latin-1 (ISO/IEC 8859-1) through FNC4, where the
/// options allow it. The standard sets no greatest length, and neither does this: what doesn't fit is for the layout to
/// refuse.
enum Code128Encoder {
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let bytes = try latin1(text)
    if !options.allowsFNC4, let index = bytes.firstIndex(where: { $0 >= 0x80 }) {
      throw needsFNC4(text, at: index)
    }
    return Symbol(
      symbology: .code128, text: text.withoutControls, data: text,
      modules: .linear(Code128Patterns.bars(Code128Path(bytes).symbolCharacters)))
  }

  private static func latin1(_ text: String) throws(EncodingFault) -> [UInt8] {
    guard !text.isEmpty else { throw .empty(.code128) }
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else {
        throw foreign(scalar, in: text)
      }
      bytes.append(byte)
    }
    return bytes
  }

  private static func needsFNC4(_ text: String, at index: Int) -> EncodingFault {
    let letter = String(Array(text.unicodeScalars)[index])
    return EncodingFault(
      code: "symbol.character",
      message:
        "Character \(index + 1) of \(SafeText.quoted(text)), \(SafeText.quoted(letter)), isn't"
        + " ASCII. Code 128 could write it with FNC4, which many readers ignore: they would read"
        + " another text. QR Code holds any text.",
      position: index + 1)
  }

  private static func foreign(_ scalar: Unicode.Scalar, in text: String) -> EncodingFault {
    let place = text.firstIndex { $0.unicodeScalars.contains(scalar) } ?? text.startIndex
    let position = text.distance(from: text.startIndex, to: place) + 1
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return EncodingFault(
      code: "symbol.character",
      message: "Character \(position) of \(SafeText.quoted(text)),"
        + " \(SafeText.quoted(String(text[place]))) (U+\(hex)), isn't in Latin-1; Code 128 holds"
        + " nothing else. QR Code holds any text.",
      position: position)
  }
}
