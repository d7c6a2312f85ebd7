/// The symbol characters of Code 93 (AIM BC5:1995, 2.3.1, Table 1).
enum Code93Patterns {
  /// Widths of bar, space, bar, space, bar, space of the values 0…46, in modules; each has nine.
  ///
  /// Digits, letters, the seven marks and the four shift characters.
  static let values: [[UInt8]] = """
    131112 111213 111312 111411 121113 121212 121311 111114 131211 141111 \
    211113 211212 211311 221112 221211 231111 112113 112212 112311 122112 \
    132111 111123 111222 111321 121122 131121 212112 212211 211122 211221 \
    221121 222111 112122 112221 122121 123111 121131 311112 311211 321111 \
    112131 113121 211131 121221 312111 311121 122211
    """.split(separator: " ").map { $0.utf8.map { $0 - UInt8(ascii: "0") } }

  static let startStop: [UInt8] = [1, 1, 1, 1, 4, 1]
  /// The bar behind the stop character.
  static let termination: [UInt8] = [1]

  /// The values of what has one of its own.
  static let characters: [Character: UInt8] = Dictionary(
    uniqueKeysWithValues: zip("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%", 0...))

  /// The values of the shift characters, called by the marks that Code 39 has in their place.
  static let shifts: [Character: UInt8] = ["$": 43, "%": 44, "/": 45, "+": 46]
}
