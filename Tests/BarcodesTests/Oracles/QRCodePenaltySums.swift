/// The penalties of a QR Code as the standard words them, module by module (ISO/IEC 18004:2015,
/// 7.8.3).
enum QRCodePenaltySums {
  static func score(_ rows: [String]) -> Int {
    let dark = rows.map { $0.map { $0 == "1" } }, size = dark.count
    let columns = (0..<size).map { column in dark.map { $0[column] } }
    let lines = (dark + columns).reduce(0) { $0 + runs($1) + 40 * finders($1) }
    var blocks = 0
    for row in 1..<size {
      for column in 1..<size {
        let four = [
          dark[row][column], dark[row - 1][column], dark[row][column - 1],
          dark[row - 1][column - 1],
        ]
        if Set(four).count == 1 { blocks += 1 }
      }
    }
    let share = Double(dark.joined().filter { $0 }.count) * 100 / Double(size * size)
    return lines + 3 * blocks + 10 * Int(abs(share - 50) / 5)
  }

  /// 3 for five modules of a colour, and 1 for each one more.
  private static func runs(_ line: [Bool]) -> Int {
    var sum = 0, length = 0
    for (index, module) in line.enumerated() {
      length = index > 0 && module == line[index - 1] ? length + 1 : 1
      sum += length == 5 ? 3 : length > 5 ? 1 : 0
    }
    return sum
  }

  /// 1:1:3:1:1 with four light modules before or after it, in the quiet zone, too.
  private static func finders(_ line: [Bool]) -> Int {
    let light = Array(repeating: false, count: 4)
    let padded = light + line + light
    let pattern = [true, false, true, true, true, false, true]
    return (0...line.count - 7).count { start in
      Array(padded[start + 4..<start + 11]) == pattern
        && (Array(padded[start..<start + 4]) == light
          || Array(padded[start + 11..<start + 15]) == light)
    }
  }
}
