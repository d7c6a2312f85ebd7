/// Compresses the rows of a bitmap as a deflate block (RFC 1951) of a constant Huffman code.
///
/// Rows of labels repeat what is above them, bars all of it and letters most: a match at the
/// distance of a row, or a run of one byte, is all that is looked for. No other search, and no code to be
/// made, is what makes it fast.
struct BilevelDeflater {
  private var stream: BitStream
  private let count: Int
  /// The distance of the row above; nil where a window of deflate doesn't reach it.
  private let distance: CodeWord?
  /// Bytes up to here that repeat the row above and aren't written yet.
  private var pending = 0
  private let literals = LabelCode.literals
  private let matches = LabelCode.matches
  private let runs = LabelCode.runs

  private static let largestDistance = 32768
  private static let shortestMatch = 3
  private static let longestMatch = 258
  /// A match of so many bytes isn't compared with a run.
  private static let longEnough = 16

  /// The most bytes that so many rows come to, with the block's beginning and end.
  static func capacity(bytesPerRow: Int, rows: Int) -> Int {
    256 + ((bytesPerRow + 1) * rows * 3 + 1) / 2
  }

  /// Writes the beginning of the block.
  ///
  /// - Parameters:
  ///   - target: has room for `capacity(bytesPerRow:rows:)`.
  ///   - bytesPerRow: at least one.
  init(to target: UnsafeMutableRawPointer, bytesPerRow: Int) {
    count = bytesPerRow
    let isReached = bytesPerRow + 1 <= Self.largestDistance
    let above = LabelCode.distance(isReached ? bytesPerRow + 1 : 2)
    distance = isReached ? above.word : nil
    stream = BitStream(at: target, LabelCode.headers[above.symbol - 1])
  }

  /// Adds the first row.
  mutating func addFirst(_ row: UnsafePointer<UInt8>) {
    stream.append(LabelCode.filterByte)
    add(row, above: nil, from: 0)
  }

  /// Adds the last row some more times.
  mutating func addAgain(_ row: UnsafePointer<UInt8>, times: Int) {
    let bytes = times * (count + 1)
    guard distance == nil || pending + bytes < Self.shortestMatch else { return pending += bytes }
    for _ in 0..<times { addFirst(row) }
  }

  /// Adds a row below another one.
  mutating func add(_ row: UnsafePointer<UInt8>, below above: UnsafePointer<UInt8>) {
    guard distance != nil else { return addFirst(row) }
    let same = Self.equalBytes(row, above, count)
    if pending > 0 || 1 + same >= Self.shortestMatch {
      pending += 1 + same
      add(row, above: above, from: same)
    } else {
      stream.append(LabelCode.filterByte)
      add(row, above: above, from: 0)
    }
  }

  /// Ends the block, and returns how many bytes were written in all.
  mutating func finish() -> Int {
    writePending()
    stream.append(LabelCode.endOfBlock)
    stream.finish()
    return stream.count
  }

  private mutating func add(
    _ row: UnsafePointer<UInt8>, above: UnsafePointer<UInt8>?, from start: Int
  ) {
    var index = start
    while index < count {
      let rest = count &- index, here = row + index
      guard rest < 4 || index == 0 || Self.mayMatch(here, above.map { $0 + index }) else {
        writePending()
        stream.append(literals[Int(here[0])])
        index &+= 1
        continue
      }
      let same = above.map { Self.equalBytes(here, $0 + index, rest) } ?? 0
      let run = index > 0 && same < Self.longEnough ? Self.equalBytes(here, here - 1, rest) : 0
      writePending()
      if max(same, run) < Self.shortestMatch {
        stream.append(literals[Int(here[0])])
        index &+= 1
      } else if same >= run {
        pending = same
        index &+= same
      } else {
        write(run, as: runs, nil)
        index &+= run
      }
    }
  }

  /// Whether three bytes are those above, or the one before: most bytes that aren't have neither, and need
  /// no closer look.
  @inline(__always)
  private static func mayMatch(
    _ here: UnsafePointer<UInt8>, _ above: UnsafePointer<UInt8>?
  ) -> Bool {
    let bytes = fourBytes(here) & 0xFF_FFFF
    if bytes == UInt32(here[-1]) &* 0x01_0101 { return true }
    guard let above else { return false }
    return bytes == fourBytes(above) & 0xFF_FFFF
  }

  @inline(__always)
  private static func fourBytes(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
    UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self).littleEndian
  }

  private mutating func writePending() {
    guard pending > 0, let distance else { return }
    write(pending, as: matches, distance)
    pending = 0
  }

  /// Writes a match as one or several, none of them too short.
  @inline(__always)
  private mutating func write(
    _ length: Int, as words: UnsafePointer<CodeWord>, _ distance: CodeWord?
  ) {
    var rest = length
    while rest > 0 {
      let isLast = rest <= Self.longestMatch
      let part = isLast ? rest : min(Self.longestMatch, rest &- Self.shortestMatch)
      stream.append(words[part])
      if let distance { stream.append(distance) }
      rest &-= part
    }
  }

  /// How many bytes are equal from two places on.
  @inline(__always)
  private static func equalBytes(
    _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ limit: Int
  ) -> Int {
    var count = 0
    while count &+ 8 <= limit {
      let difference = (word(a + count) ^ word(b + count)).littleEndian
      if difference != 0 { return count &+ difference.trailingZeroBitCount &>> 3 }
      count &+= 8
    }
    while count < limit, a[count] == b[count] { count &+= 1 }
    return count
  }

  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
  }
}
