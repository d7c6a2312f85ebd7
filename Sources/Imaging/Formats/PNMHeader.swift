/// The header of a Netpbm picture (pbm(5), pgm(5), ppm(5)).
struct PNMHeader {
  let kind: Kind
  let width: Int
  let height: Int
  /// The sample that is white; 1 for bitmaps, where it is black.
  let most: UInt32
  /// Where the pixels begin.
  let pixels: Int

  /// What follows the P.
  enum Kind: UInt8 {
    case textBits = 0x31
    case textGray, textColour, bits, gray, colour

    var hasColour: Bool { self == .textColour || self == .colour }
    var isText: Bool { rawValue <= Kind.textColour.rawValue }
    var isBits: Bool { self == .textBits || self == .bits }
  }

  /// Whether it begins like one: P, a digit, space, and a number or a comment.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 3, bytes[0] == 0x50, Kind(rawValue: bytes[1]) != nil,
      PNMText.isSpace(bytes[2]) || bytes[2] == PNMText.hash
    else { return false }
    let next = bytes[2...].prefix(64).first { !PNMText.isSpace($0) }
    return next.map { $0 == PNMText.hash || PNMText.isDigit($0) } ?? true
  }

  init(_ bytes: [UInt8]) throws(ImageFault) {
    var text = PNMText(bytes, from: 2)
    // Sound: isLikely has seen to it, before anything is decoded.
    kind = Kind(rawValue: bytes[1]) ?? .gray
    width = try text.number()
    height = try text.number()
    let most = kind.isBits ? 1 : try text.number()
    guard width > 0, height > 0, (1...65_535).contains(most) else {
      throw .corrupt(
        format: "PNM", reason: "\(width) × \(height) pixels up to \(most) can't be")
    }
    self.most = UInt32(most)
    // One space, exactly, lies before bytes.
    pixels = text.offset + 1
  }
}

/// The numbers of a Netpbm picture's text; a comment runs from # to the end of its line.
struct PNMText {
  private let bytes: [UInt8]
  private(set) var offset: Int

  init(_ bytes: [UInt8], from offset: Int) { (self.bytes, self.offset) = (bytes, offset) }

  static let hash: UInt8 = 0x23
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The next number, at most nine digits.
  mutating func number() throws(ImageFault) -> Int {
    try skipSpace()
    var (value, digits) = (0, 0)
    while offset < bytes.count, Self.isDigit(bytes[offset]) {
      value = value * 10 + Int(bytes[offset] - 0x30)
      digits += 1
      offset += 1
      if digits > 9 { throw .corrupt(format: "PNM", reason: "a number is too long") }
    }
    guard digits > 0 else {
      throw .corrupt(format: "PNM", reason: "a number is missing at byte \(offset)")
    }
    return value
  }

  /// The next 0 or 1, which needn't have space around it.
  mutating func bit() throws(ImageFault) -> UInt8 {
    try skipSpace()
    guard bytes[offset] == 0x30 || bytes[offset] == 0x31 else {
      throw .corrupt(format: "PNM", reason: "neither 0 nor 1 at byte \(offset)")
    }
    defer { offset += 1 }
    return bytes[offset] - 0x30
  }

  private mutating func skipSpace() throws(ImageFault) {
    while offset < bytes.count {
      if bytes[offset] == Self.hash {
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      } else if Self.isSpace(bytes[offset]) {
        offset += 1
      } else {
        return
      }
    }
    throw .truncated(format: "PNM")
  }
}
