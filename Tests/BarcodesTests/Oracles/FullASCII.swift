/// What the pairs of Code 39 mean, by the rows of their letters (ISO/IEC 16388:2007, Annex A).
enum FullASCII {
  /// The text of a row of Code 39 characters.
  static func text(_ characters: String) -> String {
    var text = "", sign: UInt8?
    for byte in characters.utf8 {
      guard let first = sign else {
        if "$%/+".utf8.contains(byte) { sign = byte } else { text.append(letter(byte)) }
        continue
      }
      text.append(letter(meaning(first, byte)))
      sign = nil
    }
    return text
  }

  private static func meaning(_ sign: UInt8, _ byte: UInt8) -> UInt8 {
    let index = byte - UInt8(ascii: "A")
    switch sign {
    case UInt8(ascii: "$"): return 1 + index
    case UInt8(ascii: "+"): return UInt8(ascii: "a") + index
    case UInt8(ascii: "/"): return byte == UInt8(ascii: "Z") ? UInt8(ascii: ":") : 33 + index
    default: break
    }
    // Five each after Z, 9, Z and z; then NUL, @ and `.
    let rows: [UInt8] = [27, 59, 91, 123]
    return index < 20 ? rows[Int(index / 5)] + index % 5 : [0, 64, 96][Int(index) - 20]
  }

  private static func letter(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }
}
