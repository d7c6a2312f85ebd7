/// Tells the encoding of a text that doesn't say it, by its bytes.
///
/// UTF-16 of any European text is half zeros. What is left is UTF-8, which other texts with letters
/// beyond ASCII are by chance only, or else Windows-1252.
struct EncodingGuess {
  /// Zeros among bytes at even and odd positions.
  private var zeros = (even: 0, odd: 0)
  private var count = 0
  /// Characters of several bytes that are as UTF-8 wants them.
  private var whole = 0
  /// Bytes that no UTF-8 has at their place.
  private var broken = 0
  /// Bytes of a character that are still to come, and the range of the next one.
  private var missing = 0
  private var next: ClosedRange<UInt8> = 0x80...0xBF

  /// Takes the next bytes of the text.
  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes {
      if byte < 0x80, missing == 0 {
        if byte == 0 { countZero() }
      } else {
        takeHigh(byte)
      }
      count += 1
    }
  }

  var encoding: TextEncoding {
    let pairs = count / 2
    if zeros.odd * 3 > pairs, zeros.odd > zeros.even * 4 { return .utf16LittleEndian }
    if zeros.even * 3 > pairs, zeros.even > zeros.odd * 4 { return .utf16BigEndian }
    return broken > whole ? .windows1252 : .utf8
  }

  private mutating func countZero() {
    if count.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
  }

  /// The Unicode Standard, table 3-7: which bytes may follow which.
  private mutating func takeHigh(_ byte: UInt8) {
    if missing > 0 {
      guard next.contains(byte) else {
        (missing, broken) = (0, broken + 1)
        if byte >= 0x80 { begin(byte) } else if byte == 0 { countZero() }
        return
      }
      (missing, next) = (missing - 1, 0x80...0xBF)
      if missing == 0 { whole += 1 }
    } else {
      begin(byte)
    }
  }

  private mutating func begin(_ byte: UInt8) {
    switch byte {
    case 0xC2...0xDF: (missing, next) = (1, 0x80...0xBF)
    case 0xE0: (missing, next) = (2, 0xA0...0xBF)
    case 0xED: (missing, next) = (2, 0x80...0x9F)
    case 0xE1...0xEF: (missing, next) = (2, 0x80...0xBF)
    case 0xF0: (missing, next) = (3, 0x90...0xBF)
    case 0xF1...0xF3: (missing, next) = (3, 0x80...0xBF)
    case 0xF4: (missing, next) = (3, 0x80...0x8F)
    default: broken += 1
    }
  }
}
