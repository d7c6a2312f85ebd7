/// What a caller may ask of QR Code beyond the level of error correction.
public struct QRCodeOptions: Sendable, Equatable {
  /// A symbol's place among several that carry one text (ISO/IEC 18004:2015, 8).
  public struct StructuredAppend: Sendable, Equatable {
    /// 0 for the first symbol.
    public var index: Int
    /// Symbols in all, 2 to 16.
    public var count: Int
    /// All bytes of the whole text combined by exclusive or.
    public var parity: UInt8

    /// A place among several symbols.
    public init(index: Int, count: Int, parity: UInt8) {
      (self.index, self.count, self.parity) = (index, count, parity)
    }
  }

  /// The version, 1 to 40; nil for the smallest that holds the text.
  public var version: Int?
  /// The mask, 0 to 7; nil for the one that scores best (7.8.3).
  public var mask: Int?
  /// Whether ECI 26 says that bytes are UTF-8, which readers find out by themselves.
  public var declaresUTF8: Bool
  /// Whether kanji may be written in kanji mode, 13 bits each instead of the 24 of UTF-8, where all of the
  /// text beyond ASCII is in JIS X 0208.
  ///
  /// Off unless asked for: readers that hand on bytes then give Shift JIS. No effect beside an ECI or
  /// structured append.
  public var allowsKanji: Bool
  /// Its place among several symbols; nil where it stands alone.
  public var structuredAppend: StructuredAppend?

  /// Options; the smallest version, the best mask, no ECI, kanji mode or structured append unless said
  /// otherwise.
  public init(
    version: Int? = nil, mask: Int? = nil, declaresUTF8: Bool = false,
    allowsKanji: Bool = false, structuredAppend: StructuredAppend? = nil
  ) {
    (self.version, self.mask, self.declaresUTF8) = (version, mask, declaresUTF8)
    (self.allowsKanji, self.structuredAppend) = (allowsKanji, structuredAppend)
  }
}

extension QRCodeOptions {
  /// Bits before the first segment.
  var headerBits: Int { (structuredAppend == nil ? 0 : 20) + (declaresUTF8 ? 12 : 0) }

  /// Whether a text is looked at for kanji mode.
  var looksForKanji: Bool { allowsKanji && !declaresUTF8 && structuredAppend == nil }

  /// Structured append (8.2), then the ECI (7.4.2).
  func write(to bits: inout BitWriter) {
    if let part = structuredAppend {
      bits.append(0b0011, count: 4)
      bits.append(part.index << 4 | (part.count - 1), count: 8)
      bits.append(Int(part.parity), count: 8)
    }
    if declaresUTF8 { bits.append(0b0111 << 8 | 26, count: 12) }
  }

  /// - Throws: `EncodingFault` `symbol.option` for what QR Code doesn't have.
  func check() throws(EncodingFault) {
    if let version, !(1...40).contains(version) {
      throw Self.fault("version \(version)", "1 to 40")
    }
    if let mask, !(0...7).contains(mask) { throw Self.fault("mask \(mask)", "0 to 7") }
    guard let part = structuredAppend else { return }
    guard (2...16).contains(part.count) else {
      throw Self.fault("structured append of \(part.count) symbols", "2 to 16")
    }
    guard (0..<part.count).contains(part.index) else {
      throw Self.fault("symbol \(part.index) of \(part.count)", "0 to \(part.count - 1)")
    }
  }

  private static func fault(_ got: String, _ expected: String) -> EncodingFault {
    EncodingFault(code: "symbol.option", message: "QR Code has no \(got); expected \(expected).")
  }
}
