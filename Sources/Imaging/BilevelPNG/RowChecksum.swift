/// The Adler-32 checksum (RFC 1950, 8.2) of the rows of a bilevel PNG, from those of its bitmap.
///
/// In PNG each row has a filter byte in front, zero here, and its bits are the other way round:
/// a white byte of a bitmap adds nothing to the sums that are taken here, and a row that repeats the one
/// above costs a few multiplications.
struct RowChecksum {
  private static let modulus: UInt64 = 65521

  private let count: UInt64
  private var first: UInt64 = 1
  private var second: UInt64 = 0
  /// What a row adds to the first sum, and the second one beyond `count` times the first.
  private var rowSum: UInt64 = 0
  private var rowWeight: UInt64 = 0

  /// Of rows of so many bytes, without their filter byte.
  init(bytesPerRow: Int) { count = UInt64(bytesPerRow) }

  var value: UInt32 { UInt32(second << 16 | first) }

  /// Adds a row of a bitmap.
  mutating func add(_ row: UnsafePointer<UInt8>) {
    var sum: UInt64 = 0, places: UInt64 = 0
    var index = 0
    let bytes = Int(count)
    while index + 8 <= bytes {
      let word = UnsafeRawPointer(row + index).loadUnaligned(as: UInt64.self).littleEndian
      if word != 0 {
        let part = Self.sums(word)
        sum &+= part.sum
        places &+= UInt64(index) &* part.sum &+ part.places
      }
      index += 8
    }
    while index < bytes {
      sum &+= UInt64(row[index])
      places &+= UInt64(index) &* UInt64(row[index])
      index += 1
    }
    // The byte at a place counts as often as there are bytes from it on.
    rowSum = 255 &* count &- sum
    rowWeight = (255 &* (count &* (count &+ 1) / 2) &- (count &* sum &- places)) % Self.modulus
    addAgain(times: 1)
  }

  /// Adds the last row some more times.
  mutating func addAgain(times: Int) {
    let times = UInt64(times) % Self.modulus, sum = rowSum % Self.modulus
    let between = times &* (times &- 1) / 2 % Self.modulus
    let step = count &+ 1
    second &+= times &* (step &* first &+ rowWeight) % Self.modulus
    second = (second &+ (step % Self.modulus) &* sum % Self.modulus &* between) % Self.modulus
    first = (first &+ times &* sum) % Self.modulus
  }

  /// The sum of eight bytes, and of their places times them.
  @inline(__always)
  private static func sums(_ word: UInt64) -> (sum: UInt64, places: UInt64) {
    // Four lanes of sixteen bits; a multiplication adds them up in the highest.
    let even = word & 0x00FF_00FF_00FF_00FF, odd = word &>> 8 & 0x00FF_00FF_00FF_00FF
    let pairs = even &+ odd
    let oddSum = (odd &* 0x0001_0001_0001_0001) &>> 48
    let sum = (pairs &* 0x0001_0001_0001_0001) &>> 48
    let pairPlaces = (pairs &* 0x0000_0001_0002_0003) &>> 48
    return (sum, 2 &* pairPlaces &+ oddSum)
  }
}
