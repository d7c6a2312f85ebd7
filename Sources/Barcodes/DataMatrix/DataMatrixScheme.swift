/// The encodation schemes of Data Matrix (ISO/IEC 16022:2006, 5.2.1, Table 1).
enum DataMatrixScheme: Int, CaseIterable {
  case ascii
  case c40
  case text
  case x12
  case edifact
  case base256

  /// The word that ASCII goes over to the scheme with (Table 2).
  var latch: UInt8 {
    switch self {
    case .ascii: 0
    case .c40: 230
    case .base256: 231
    case .x12: 238
    case .text: 239
    case .edifact: 240
    }
  }

  /// Back to ASCII from C40, Text and X12 (5.2.5.2).
  static let unlatch: UInt8 = 254
  /// Back to ASCII from EDIFACT, six bits (5.2.8.2).
  static let unlatchEDIFACT: UInt8 = 31

  private static let c40Counts = (0...DataMatrixCharacter.fnc1).map { $0.triples(.c40).count }
  private static let textCounts = (0...DataMatrixCharacter.fnc1).map { $0.triples(.text).count }

  /// How many values a character takes in C40 or Text.
  func valueCount(_ character: DataMatrixCharacter) -> Int {
    (self == .c40 ? Self.c40Counts : Self.textCounts)[Int(character)]
  }
}

/// A character of the message: a byte, or FNC1.
typealias DataMatrixCharacter = UInt16

extension DataMatrixCharacter {
  static let fnc1: DataMatrixCharacter = 256

  var isDataMatrixDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether EDIFACT has it (5.2.8.1, Table 7).
  var isEDIFACT: Bool { (0x20...0x5E).contains(self) }

  /// The words of ASCII for it alone (5.2.3).
  var asciiWords: [UInt8] {
    switch self {
    case .fnc1: [232]
    case ..<128: [UInt8(self) + 1]
    default: [235, UInt8(self - 127)]
    }
  }

  /// The value in X12 (5.2.7, Table 6), or nil.
  var x12Value: UInt8? {
    switch self {
    case 0x0D: 0
    case 0x2A: 1
    case 0x3E: 2
    case 0x20: 3
    case 0x30...0x39: UInt8(self - 0x30 + 4)
    case 0x41...0x5A: UInt8(self - 0x41 + 14)
    default: nil
    }
  }

  /// The values of C40 or Text, shifts included (5.2.5 and 5.2.6, Annex C).
  func triples(_ scheme: DataMatrixScheme) -> [UInt8] {
    if self == .fnc1 { return [1, 27] }
    if self >= 128 { return [1, 30] + (self - 128).triples(scheme) }
    let byte = UInt8(self)
    switch byte {
    case 0x20: return [3]
    case 0x30...0x39: return [byte - 0x30 + 4]
    case ..<0x20: return [0, byte]
    case ..<0x30: return [1, byte - 0x21]
    case ..<0x41: return [1, byte - 0x3A + 15]
    case 0x5B...0x5F: return [1, byte - 0x5B + 22]
    default: return letter(byte, scheme)
    }
  }

  /// Letters, and what stands with the small ones in the third set; Text changes the cases.
  private func letter(_ byte: UInt8, _ scheme: DataMatrixScheme) -> [UInt8] {
    let isSmall = (0x61...0x7A).contains(byte), isCapital = (0x41...0x5A).contains(byte)
    let isBasic = scheme == .c40 ? isCapital : isSmall
    if isBasic { return [(byte & 0x1F) + 13] }
    return [2, isCapital ? byte & 0x1F : byte - 0x60]
  }
}
