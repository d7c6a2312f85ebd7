/// The symbol characters of Code 128 (ISO/IEC 15417:2007, 4.3.2, Table 1).
package enum Code128Patterns {
  /// Widths of bar, space, bar, space, bar, space of the symbol characters 0…105, in modules;
  /// each has eleven.
  package static let characters: [[UInt8]] = """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 \
    221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 \
    221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 \
    212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 \
    231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 \
    231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 \
    314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 \
    112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 \
    111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 \
    214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 \
    114131 311141 411131 211412 211214 211232
    """.split(separator: " ").map { $0.utf8.map { $0 - UInt8(ascii: "0") } }

  /// The stop character, with the bar that ends it: thirteen modules.
  package static let stop: [UInt8] = [2, 3, 3, 1, 1, 1, 2]

  package static let shift: UInt8 = 98
  package static let codeC: UInt8 = 99
  /// Code set B in A and C; FNC4 in B.
  package static let codeB: UInt8 = 100
  /// Code set A in B and C; FNC4 in A.
  package static let codeA: UInt8 = 101
  /// FNC1, in all sets.
  package static let fnc1: UInt8 = 102
  package static let startA: UInt8 = 103

  /// The check character (4.3.5): the start character and each other one times its place, modulo
  /// 103.
  package static func checkCharacter(_ characters: some Collection<UInt8>) -> UInt8 {
    var sum = characters.first.map(Int.init) ?? 0
    for (place, character) in characters.enumerated() { sum += place * Int(character) }
    return UInt8(sum % 103)
  }

  /// All of them, one behind the other.
  private static let allElements = characters.flatMap { $0 }

  /// The bars of symbol characters, with the check character and the stop character behind them.
  static func bars(_ characters: [UInt8]) -> BarPattern {
    let check = checkCharacter(characters)
    let count = 6 * (characters.count + 1)
    return BarPattern(
      widths: [UInt8](unsafeUninitializedCapacity: count + stop.count) { widths, filled in
        allElements.withUnsafeBufferPointer { elements in
          for place in 0...characters.count {
            let character = Int(place < characters.count ? characters[place] : check)
            for index in 0..<6 { widths[6 * place + index] = elements[6 * character + index] }
          }
        }
        for (index, width) in stop.enumerated() { widths[count + index] = width }
        filled = count + stop.count
      })
  }
}
