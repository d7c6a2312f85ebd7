/// A Huffman code as deflate makes it from the lengths of its words (RFC 1951, 3.2.2).
struct CanonicalCode {
  /// The word of each symbol, its bits in the order of the stream; of no bits where it has none.
  let words: [CodeWord]

  init(lengths: [UInt8]) {
    var next: [UInt32] = Array(repeating: 0, count: 17)
    for length in 1...15 {
      let shorter = lengths.count { $0 == UInt8(length) }
      next[length + 1] = (next[length] + UInt32(shorter)) << 1
    }
    words = lengths.map { length in
      guard length > 0 else { return CodeWord(0, count: 0) }
      defer { next[Int(length)] += 1 }
      return CodeWord(Self.reversed(next[Int(length)], length), count: UInt32(length))
    }
  }

  /// Words go into the stream from their highest bit on, unlike all other numbers.
  private static func reversed(_ bits: UInt32, _ count: UInt8) -> UInt32 {
    var (rest, reversed) = (bits, UInt32(0))
    for _ in 0..<count {
      reversed = reversed << 1 | rest & 1
      rest >>= 1
    }
    return reversed
  }
}
