/// How badly a masked symbol suits a scanner (ISO/IEC 18004:2015, 7.8.3, Table 11), all columns of
/// a row at a time.
///
/// A light area beside 1:1:3:1:1 may be the quiet zone, and one pattern counts once, whether the
/// light is on one side or on both; its narrow parts are one module wide. libqrencode takes wider
/// ones, too, and rounds the share of dark modules to whole percents before it judges it, so that
/// it may choose another mask.
struct QRCodePenalty<Row: ModuleRow> {
  /// Every module of a row.
  private let full: Row
  private let size: Int
  private let stride: Int

  /// What earlier rows left for runs in columns.
  private struct Columns {
    var previous = Row.none
    /// Where the module is like the one above it, and where those two are like the next.
    var same = Row.none
    var pair = Row.none
    var olderPair = Row.none
    var five = Row.none
  }

  init(size: Int, stride: Int) {
    (self.size, self.stride) = (size, stride)
    let words = (0..<3).map { word in
      let columns = min(max(size - word * 64, 0), 64)
      return columns == 64 ? UInt64.max : 1 &<< UInt64(columns) &- 1
    }
    full = words.withUnsafeBufferPointer { $0.baseAddress.map(Row.init(words:)) ?? .none }
  }

  @inline(__always)
  private func row(_ index: Int, _ modules: UnsafePointer<UInt64>) -> Row {
    Row(words: modules + index * stride)
  }

  /// The sum of the four penalties.
  func score(_ modules: UnsafePointer<UInt64>) -> Int {
    var columns = Columns(), sums = BitSums(), finders = 0
    for index in 0..<size {
      let row = row(index, modules)
      let previous = columns.previous
      let alike = ~(row ^ row.shifted(left: 1)) & full.shifted(left: 1)
      let pair = alike & alike.shifted(left: 1)
      let five = pair & pair.shifted(left: 2)
      let starts = five & ~five.shifted(right: 1)

      let same = index == 0 ? .none : ~(row ^ previous) & full
      let down = same & columns.same
      let fiveDown = down & columns.olderPair
      let startsDown = fiveDown & ~columns.five
      let block = alike & same & same.shifted(left: 1)
      (columns.previous, columns.same) = (row, same)
      (columns.olderPair, columns.pair) = (columns.pair, down)
      columns.five = fiveDown

      sums.add(ones: (five, fiveDown, block), twos: (starts, startsDown, block), dark: row)
      finders += findersAcross(row)
      if index >= 6 { finders += findersDown(index, row, modules) }
    }
    return sums.total + 40 * finders + darkPenalty(sums.dark)
  }

  /// 1:1:3:1:1 in a row with four light modules before or after it.
  @inline(__always)
  private func findersAcross(_ row: Row) -> Int {
    let three = row.shifted(left: 2) & row.shifted(left: 3) & row.shifted(left: 4)
    let core =
      row & three & row.shifted(left: 6) & ~(row.shifted(left: 1) | row.shifted(left: 5))
    if core.isNone { return 0 }
    let before =
      row.shifted(right: 1) | row.shifted(right: 2) | row.shifted(right: 3) | row.shifted(right: 4)
    let after =
      row.shifted(left: 7) | row.shifted(left: 8) | row.shifted(left: 9) | row.shifted(left: 10)
    return (core & ~(before & after)).darkCount
  }

  /// The same in columns, for patterns that end in a row.
  @inline(__always)
  private func findersDown(
    _ index: Int, _ last: Row, _ modules: UnsafePointer<UInt64>
  ) -> Int {
    let three = row(index - 2, modules) & row(index - 3, modules) & row(index - 4, modules)
    let core =
      last & three & row(index - 6, modules) & ~(row(index - 1, modules) | row(index - 5, modules))
    if core.isNone { return 0 }
    var before = Row.none, after = Row.none
    for above in max(0, index - 10)..<index - 6 { before = before | row(above, modules) }
    for below in index + 1..<max(index + 1, min(size, index + 5)) {
      after = after | row(below, modules)
    }
    return (core & ~(before & after)).darkCount
  }

  /// Ten for each whole five percent between the share of dark modules and a half.
  private func darkPenalty(_ dark: Int) -> Int {
    let all = size * size
    return abs(dark * 20 - all * 10) / all * 10
  }
}

extension ModuleRow {
  /// How many modules are dark.
  @inline(__always)
  var darkCount: Int {
    var count = 0
    forEachWord { count += $0.nonzeroBitCount }
    return count
  }
}

/// Counts the bits of many words with weights, in lanes of sixteen bits: processors without an
/// instruction for it would count each word by itself.
struct BitSums {
  private var weighted: UInt64 = 0
  private var plain: UInt64 = 0

  /// Each bit of `ones` counts one, each of `twos` two.
  @inline(__always)
  mutating func add<Row: ModuleRow>(
    ones: (Row, Row, Row), twos: (Row, Row, Row), dark: Row
  ) {
    // Full adders: a sum and a carry of twice its weight.
    let one = ones.0 ^ ones.1 ^ ones.2
    let carry = ones.0 & ones.1 | (ones.0 | ones.1) & ones.2
    let two = twos.0 ^ twos.1 ^ twos.2
    let four = twos.0 & twos.1 | (twos.0 | twos.1) & twos.2
    let twoSum = two ^ carry, twoCarry = two & carry
    var sum: UInt64 = 0
    one.forEachWord { sum &+= Self.bytes($0) }
    twoSum.forEachWord { sum &+= Self.bytes($0) &<< 1 }
    four.forEachWord { sum &+= Self.bytes($0) &<< 2 }
    twoCarry.forEachWord { sum &+= Self.bytes($0) &<< 2 }
    weighted &+= Self.lanes(sum)
    var darkSum: UInt64 = 0
    dark.forEachWord { darkSum &+= Self.bytes($0) }
    plain &+= Self.lanes(darkSum)
  }

  var total: Int { Self.sum(weighted) }
  var dark: Int { Self.sum(plain) }

  /// The number of bits in each byte.
  @inline(__always)
  private static func bytes(_ word: UInt64) -> UInt64 {
    let pairs = word &- (word &>> 1 & 0x5555_5555_5555_5555)
    let nibbles =
      (pairs & 0x3333_3333_3333_3333) &+ (pairs &>> 2 & 0x3333_3333_3333_3333)
    return (nibbles &+ nibbles &>> 4) & 0x0F0F_0F0F_0F0F_0F0F
  }

  @inline(__always)
  private static func lanes(_ bytes: UInt64) -> UInt64 {
    (bytes & 0x00FF_00FF_00FF_00FF) &+ (bytes &>> 8 & 0x00FF_00FF_00FF_00FF)
  }

  private static func sum(_ lanes: UInt64) -> Int {
    (0..<4).reduce(0) { $0 + Int(lanes >> UInt64($1 * 16) & 0xFFFF) }
  }
}
