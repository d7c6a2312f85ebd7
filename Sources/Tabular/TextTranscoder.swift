/// Writes a text of another encoding as UTF-8, piece by piece.
///
/// What isn't a character becomes bytes that no UTF-8 has, so that whoever reads the text refuses
/// them at their place.
struct TextTranscoder {
  private let encoding: TextEncoding
  /// The first byte of a unit of UTF-16 whose second one is in the next piece.
  private var half: UInt8?
  /// The first unit of a surrogate pair.
  private var highSurrogate: UInt32?

  /// Nil for UTF-8, which is taken as it is.
  init?(_ encoding: TextEncoding) {
    guard encoding != .utf8 else { return nil }
    self.encoding = encoding
  }

  /// Appends the text of the next bytes.
  mutating func append(_ bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
    guard encoding != .windows1252 else { return appendWindows(bytes, to: &text) }
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let isLittle = encoding == .utf16LittleEndian
      append(UInt32(isLittle ? byte : first) << 8 | UInt32(isLittle ? first : byte), to: &text)
    }
  }

  /// Appends what a text that ends in the middle of a character leaves.
  mutating func finish(_ text: inout [UInt8]) {
    if highSurrogate != nil || half != nil { text.append(Self.noCharacter) }
    (highSurrogate, half) = (nil, nil)
  }

  private static let noCharacter: UInt8 = 0xFF

  private mutating func append(_ unit: UInt32, to text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00..<0xE000).contains(unit) {
        return Self.append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &text)
      }
      text.append(Self.noCharacter)
    }
    if (0xD800..<0xDC00).contains(unit) {
      highSurrogate = unit
    } else {
      Self.append(unit, to: &text)
    }
  }

  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    if value < 0x80 { return text.append(UInt8(value)) }
    guard let scalar = Unicode.Scalar(value) else { return text.append(noCharacter) }
    text.append(contentsOf: UTF8.encode(scalar) ?? .init())
  }

  private func appendWindows(_ bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case 0x80...0x9F:
        let value = Self.windowsC1[Int(byte) - 0x80]
        if value == 0 { text.append(Self.noCharacter) } else { Self.append(value, to: &text) }
      default: Self.append(UInt32(byte), to: &text)
      }
    }
  }

  /// 0x80 to 0x9F of Windows-1252 (Unicode's mapping CP1252.TXT); 0 where it has no character.
  private static let windowsC1: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
