/// The message that the data code words of a symbol spell (ISO/IEC 16022:2006, 5.2).
///
/// libdmtx spells it too, but drops FNC1 and takes the numbers of an ECI for text.
struct DataMatrixMessage: Equatable {
  /// Its bytes, FNC1 as GS (0x1D); the words of a macro stand around them.
  private(set) var bytes: [UInt8] = []
  /// FNC1 stands first: the data are GS1 element strings.
  private(set) var isGS1 = false
  /// FNC1 stands behind the first character or pair of digits.
  private(set) var isAIM = false
  /// It is meant for the reader, to set it up, and not for who reads.
  private(set) var isReaderProgramming = false
  private var trailer: [UInt8] = []

  /// The message of code words; nil for words that spell none.
  init?(codewords: [UInt8]) {
    var words = DataMatrixWords(codewords)
    guard readHead(of: &words) else { return nil }
    while !words.isAtEnd {
      guard readASCII(&words), readSegment(&words) else { return nil }
    }
    bytes += trailer
    if bytes.isEmpty { return nil }
  }

  /// What only stands at the very beginning: structured append, programming, macros, FNC1.
  private mutating func readHead(of words: inout DataMatrixWords) -> Bool {
    if words.takes(233) {
      guard words.next() != nil, words.next() != nil, words.next() != nil else { return false }
    }
    if words.takes(234) { isReaderProgramming = true }
    if words.takes(232) {
      isGS1 = true
    } else if words.takes(236) {
      (bytes, trailer) = (Array("[)>\u{1E}05\u{1D}".utf8), [0x1E, 0x04])
    } else if words.takes(237) {
      (bytes, trailer) = (Array("[)>\u{1E}06\u{1D}".utf8), [0x1E, 0x04])
    }
    return true
  }

  /// ASCII encodation up to a latch, which is left to `readSegment` (5.2.3, table 2).
  private mutating func readASCII(_ words: inout DataMatrixWords) -> Bool {
    while let word = words.peek {
      switch word {
      case 1...128: bytes.append(word - 1)
      case 129:
        words.end()
        return true
      case 130...229: bytes += [0x30 + (word - 130) / 10, 0x30 + (word - 130) % 10]
      case 230, 231, 238...240: return true
      case 232: putFNC1()
      case 235:
        words.advance()
        guard let low = words.peek, (1...128).contains(low) else { return false }
        bytes.append(low + 127)
      case 241:
        words.advance()
        guard words.skipECI() else { return false }
        continue
      default: return false
      }
      words.advance()
    }
    return true
  }

  /// What follows a latch, up to its end.
  private mutating func readSegment(_ words: inout DataMatrixWords) -> Bool {
    switch words.next() {
    case nil: return true
    case 230: return readTriples(&words, DataMatrixTriples(.c40))
    case 239: return readTriples(&words, DataMatrixTriples(.text))
    case 238: return readTriples(&words, DataMatrixTriples(.x12))
    case 240: return readEDIFACT(&words)
    default: return readBase256(&words)
    }
  }

  /// C40, Text and X12: three values in two words (5.2.5 to 5.2.7).
  private mutating func readTriples(
    _ words: inout DataMatrixWords, _ triples: DataMatrixTriples
  ) -> Bool {
    var triples = triples
    // A single last word is ASCII again.
    while words.left >= 2 {
      if words.takes(254) { return true }
      guard let high = words.next(), let low = words.next() else { return false }
      for value in DataMatrixTriples.values(high, low) {
        switch triples.read(value) {
        case .character(let byte): bytes.append(byte)
        case .fnc1: putFNC1()
        case .shift: break
        case .none: return false
        }
      }
    }
    if words.left == 1 { _ = words.takes(254) }
    return true
  }

  /// Four values of six bits in three words (5.2.8); the last one or two words are ASCII again.
  private mutating func readEDIFACT(_ words: inout DataMatrixWords) -> Bool {
    while words.left >= 3 {
      var (bits, held) = (0, 0)
      for _ in 0..<4 {
        if held < 6 {
          guard let word = words.next() else { return false }
          (bits, held) = (bits << 8 | Int(word), held + 8)
        }
        held -= 6
        let value = UInt8(bits >> held & 0x3F)
        // The unlatch ends in the middle of a word, of which the rest is nothing.
        if value == 0x1F { return true }
        bytes.append(value & 0x20 == 0 ? value | 0x40 : value)
      }
    }
    return true
  }

  /// Bytes as they are, in disguise (5.2.9, annex B.2).
  private mutating func readBase256(_ words: inout DataMatrixWords) -> Bool {
    guard let first = words.nextUnrandomized() else { return false }
    var count = Int(first)
    if first == 0 {
      count = words.left
    } else if first >= 250 {
      guard let second = words.nextUnrandomized() else { return false }
      count = 250 * (count - 249) + Int(second)
    }
    guard count <= words.left else { return false }
    for _ in 0..<count {
      if let byte = words.nextUnrandomized() { bytes.append(byte) }
    }
    return true
  }

  private mutating func putFNC1() {
    let isPair = bytes.count == 2 && bytes.allSatisfy { (0x30...0x39).contains($0) }
    // There it isn't sent: the identifier says it (ISO/IEC 15424).
    if !isGS1, !isAIM, bytes.count == 1 || isPair { isAIM = true } else { bytes.append(0x1D) }
  }
}
