/// The least number of symbol characters of Code 128 from start character to last data character, for
/// ASCII and FNC1: a dynamic programme from the front, over the code set after each byte.
enum Code128Programme {
  private static let a = 0, b = 1, c = 2

  static func leastCharacters(_ bytes: [UInt8], fnc1: UInt8? = nil) -> Int {
    let unreachable = [Int](repeating: .max / 2, count: 3)
    var least = [[Int]](repeating: unreachable, count: bytes.count + 2)
    least[0] = [1, 1, 1]
    for (index, byte) in bytes.enumerated() {
      let change = least[index].min()! + 1
      let here = least[index].map { min($0, change) }
      if byte == fnc1 {
        least[index + 1] = zip(least[index + 1], here).map { min($0, $1 + 1) }
        continue
      }
      // A shift is one character more.
      least[index + 1][a] = min(least[index + 1][a], here[a] + (byte < 96 ? 1 : 2))
      least[index + 1][b] = min(least[index + 1][b], here[b] + (byte > 31 ? 1 : 2))
      if isDigit(byte), index + 1 < bytes.count, isDigit(bytes[index + 1]) {
        least[index + 2][c] = min(least[index + 2][c], here[c] + 1)
      }
    }
    return least[bytes.count].min()!
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
