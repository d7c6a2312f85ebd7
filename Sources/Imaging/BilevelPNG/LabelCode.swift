/// The one Huffman code that bilevel pictures are written in.
///
/// Labels are much alike: white, the edges of bars at any bit of a byte, the curves of letters. A
/// code made for the shipped templates at 203, 300 and 600 dpi makes files of at most a few tens of
/// bytes more than a code made for each label does, and costs no time; any picture can be written in it.
enum LabelCode {
  /// Word lengths of the literals 0…255, the end of the block, and the lengths of matches (RFC 1951,
  /// 3.2.5), a hexadecimal digit each.
  ///
  /// The shares of the symbols in forty random labels of each template and resolution were averaged,
  /// a small share was added to each, and the lengths limited to twelve bits.
  private static let lengths: [UInt8] = """
    46b5bca5abccac95bbcbccccabcb9b85 \
    bbcbcccbccccccccabcacccb9acb9b85 \
    bccbcccbcccccccbcccccccccccccccc \
    abcbccbacccccbbb99baccbb9aca8b85 \
    68b8bcb8bcccbca8cccbccccbbcbaba8 \
    cccccccccccccccccccbcccabbcbbaa9 \
    68b8bbb7bbccaba8cccccccccbcbbba9 \
    58b7bca8ccccbbb958b8cca958c95953 \
    a56677888788888887888888989994
    """.compactMap { $0.hexDigitValue.map(UInt8.init) }

  /// Word lengths of the code in which the lengths themselves are written.
  private static let lengthLengths: [UInt8] = [
    7, 7, 0, 7, 7, 4, 6, 6, 3, 4, 3, 2, 2, 0, 0, 0, 4, 0, 0,
  ]

  private static let code = CanonicalCode(lengths: lengths)

  static let endOfBlock = code.words[256]

  /// The word of each byte of a bitmap: a black dot is set there, and clear in PNG.
  nonisolated(unsafe) static let literals = table((0..<256).map { code.words[255 - $0] })

  /// The filter byte of a row, zero.
  static let filterByte = code.words[0]

  /// The word of each length from 3 to 258 with its further bits; of what is less, no bits.
  nonisolated(unsafe) static let matches = table(matchWords)

  /// A match with the byte before: its length, and the distance of one.
  nonisolated(unsafe) static let runs = table(matchWords.map { $0.followed(by: 0, count: 1) })

  private static let matchWords: [CodeWord] = (0...258).map { length in
    guard length >= 3 else { return CodeWord(0, count: 0) }
    guard length < 258 else { return code.words[285] }
    // Four symbols for each number of further bits, from 11 on (RFC 1951, 3.2.5).
    let offset = UInt32(length - 3)
    let further = offset < 8 ? 0 : UInt32(29 - offset.leadingZeroBitCount)
    let symbol = offset < 8 ? 257 + offset : 257 + 4 * further + offset >> further
    return code.words[Int(symbol)].followed(by: offset & (1 << further - 1), count: further)
  }

  /// Words that are looked up without a check of the place; they stay as long as the program runs.
  private static func table(_ words: [CodeWord]) -> UnsafePointer<CodeWord> {
    let table = UnsafeMutablePointer<CodeWord>.allocate(capacity: words.count)
    table.initialize(from: words, count: words.count)
    return UnsafePointer(table)
  }

  /// The word of a distance, other than one, with its further bits, and the symbol that it has.
  ///
  /// Distances have a code of two words: 0 is one, 1 is the distance of the row above.
  static func distance(_ distance: Int) -> (word: CodeWord, symbol: Int) {
    let offset = UInt32(distance - 1)
    guard offset >= 4 else { return (CodeWord(1, count: 1), Int(offset)) }
    let further = UInt32(30 - offset.leadingZeroBitCount)
    let symbol = 2 * further + offset >> further
    let word = CodeWord(1, count: 1).followed(by: offset & (1 << further - 1), count: further)
    return (word, Int(symbol))
  }

  /// What begins a block whose distance of the row above has the symbol 1, and so on to 29.
  static let headers = (1..<30).map { BlockHeader(header(distanceSymbol: $0)) }

  /// That the block is the last, and the lengths of its codes (RFC 1951, 3.2.7).
  private static func header(distanceSymbol: Int) -> [CodeWord] {
    let distances: [UInt8] = [1] + Array(repeating: 0, count: distanceSymbol - 1) + [1]
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let lengthCode = CanonicalCode(lengths: lengthLengths)
    var header = [
      CodeWord(1, count: 1), CodeWord(2, count: 2), CodeWord(UInt32(lengths.count - 257), count: 5),
      CodeWord(UInt32(distances.count - 1), count: 5), CodeWord(UInt32(order.count - 4), count: 4),
    ]
    header += order.map { CodeWord(UInt32(lengthLengths[$0]), count: 3) }
    return header + written(lengths, lengthCode) + written(distances, lengthCode)
  }

  /// Lengths, three to six repetitions of one as symbol 16.
  private static func written(_ lengths: [UInt8], _ code: CanonicalCode) -> [CodeWord] {
    var written: [CodeWord] = [], index = 0
    while index < lengths.count {
      let length = lengths[index]
      written.append(code.words[Int(length)])
      index += 1
      var repeats = lengths[index...].prefix { $0 == length }.count
      index += repeats
      while repeats >= 3 {
        let count = min(repeats, 6)
        written.append(code.words[16].followed(by: UInt32(count - 3), count: 2))
        repeats -= count
      }
      written += Array(repeating: code.words[Int(length)], count: repeats)
    }
    return written
  }
}

/// The words at the beginning of a block, put together once.
struct BlockHeader {
  /// Whole bytes, and the bits behind them.
  let bytes: [UInt8]
  let rest: CodeWord

  init(_ words: [CodeWord]) {
    var bytes: [UInt8] = [], pending: UInt64 = 0, count: UInt64 = 0
    for word in words {
      pending |= word.bits << count
      count += word.count
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        count -= 8
      }
    }
    self.bytes = bytes
    rest = CodeWord(UInt32(pending), count: UInt32(count))
  }
}
