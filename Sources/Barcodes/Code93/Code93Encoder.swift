import Diagnostics

/// Writes Code 93 (AIM BC5:1995), which holds all of ASCII.
enum Code93Encoder {
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    guard !text.isEmpty else { throw .empty(.code93) }
    var values: [UInt8] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard scalar.isASCII else {
        throw .character(
          Character(scalar), at: index + 1, of: text,
          "Code 93 holds ASCII only; QR Code holds any text")
      }
      values += self.values(UInt8(scalar.value))
    }
    values.append(check(values, weights: 20))
    values.append(check(values, weights: 15))
    let widths =
      Code93Patterns.startStop + values.flatMap { Code93Patterns.values[Int($0)] }
      + Code93Patterns.startStop + Code93Patterns.termination
    return Symbol(
      symbology: .code93, text: text.withoutControls, data: text,
      modules: .linear(BarPattern(widths: widths)))
  }

  /// One value, or a shift character and a letter.
  private static func values(_ byte: UInt8) -> [UInt8] {
    if let own = Code93Patterns.characters[Character(Unicode.Scalar(byte))] { return [own] }
    guard let pair = Code39FullASCII.pair(byte), let shift = Code93Patterns.shifts[pair.shift],
      let letter = Code93Patterns.characters[pair.letter]
    else { return [] }
    return [shift, letter]
  }

  /// The check characters C and K (2.3.5): values weighted 1, 2, 3 … from the right, in rounds of as
  /// many weights as there are, modulo 47.
  private static func check(_ values: [UInt8], weights: Int) -> UInt8 {
    let sum = values.reversed().enumerated().reduce(0) { sum, value in
      sum + (value.offset % weights + 1) * Int(value.element)
    }
    return UInt8(sum % 47)
  }
}
