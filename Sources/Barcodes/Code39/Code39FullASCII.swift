/// Full ASCII in the characters of Code 39 (ISO/IEC 16388:2007, Annex A, Table A.2); Code 93 has the
/// same pairs with shift characters of its own (AIM BC5, 2.3.6).
enum Code39FullASCII {
  /// A pair's shift character (`$`, `%`, `/`, `+`) and letter; nil for what stands for itself.
  ///
  /// - Parameter byte: 0…127.
  static func pair(_ byte: UInt8) -> (shift: Character, letter: Character)? {
    switch byte {
    case 0: ("%", "U")
    case 1...26: ("$", letter(byte - 1))
    case 27...31: ("%", letter(byte - 27))
    case 0x21...0x2C, 0x2F: ("/", letter(byte - 0x21))
    case 0x3A: ("/", "Z")
    case 0x3B...0x3F: ("%", letter(5 + byte - 0x3B))
    case 0x40: ("%", "V")
    case 0x5B...0x5F: ("%", letter(10 + byte - 0x5B))
    case 0x60: ("%", "W")
    case 0x61...0x7A: ("+", letter(byte - 0x61))
    case 0x7B...0x7F: ("%", letter(15 + byte - 0x7B))
    default: nil
    }
  }

  private static func letter(_ index: UInt8) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "A") + index))
  }
}
