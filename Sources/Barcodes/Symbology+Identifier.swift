extension Symbology {
  /// The symbology that a symbology identifier tells (ISO/IEC 15424, annex A), with the help of the
  /// content where several share one; nil for one that isn't in the table.
  ///
  /// Micro QR Code can't be told from QR Code, nor ITF-14 from Interleaved 2 of 5 that carries no
  /// check digit.
  public init?(identifier: String, content: some StringProtocol) {
    let bytes = Array(identifier.utf8)
    guard bytes.count == 3, bytes[0] == UInt8(ascii: "]") else { return nil }
    let (letter, modifier) = (Unicode.Scalar(bytes[1]), Unicode.Scalar(bytes[2]))
    switch letter {
    case "A": self = .code39
    case "C": self = modifier == "1" ? .gs1_128 : .code128
    case "E": self.init(retail: modifier, content)
    case "F": self = .codabar
    case "G": self = .code93
    case "I": self = modifier == "1" && content.utf8.count == 14 ? .itf14 : .itf
    case "L": self = .pdf417
    case "Q": self = .qrCode
    case "d": self = modifier == "2" ? .gs1DataMatrix : .dataMatrix
    case "e": self = Self.isGTINAlone(content) ? .databar : .databarExpanded
    case "z": self = .aztec
    default: return nil
    }
  }

  /// EAN and UPC: UPC-A is sent with a zero in front, an add-on behind the symbol.
  private init(retail modifier: Unicode.Scalar, _ content: some StringProtocol) {
    self =
      switch modifier {
      case "1": .ean2
      case "2": .ean5
      case "4": .ean8
      default: content.utf8.first == UInt8(ascii: "0") && content.utf8.count >= 13 ? .upcA : .ean13
      }
  }

  private static func isGTINAlone(_ content: some StringProtocol) -> Bool {
    content.utf8.count == 16 && content.utf8.starts(with: "01".utf8)
  }
}
