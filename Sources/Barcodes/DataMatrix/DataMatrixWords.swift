/// The data words of a message, padded up to the symbol's number (ISO/IEC 16022:2006, 5.2).
struct DataMatrixWords {
  private(set) var words: [UInt8]
  private let capacity: Int

  init(
    _ message: [DataMatrixCharacter], _ segments: [DataMatrixPath.Segment], prefix: [UInt8],
    capacity: Int
  ) {
    words = prefix
    self.capacity = capacity
    for segment in segments {
      let characters = message[segment.range]
      switch segment.scheme {
      case .ascii: writeASCII(characters)
      case .c40, .text:
        writeTriples(characters.flatMap { $0.triples(segment.scheme) }, segment.scheme)
      case .x12: writeTriples(characters.compactMap(\.x12Value), .x12)
      case .edifact: writeEDIFACT(characters)
      case .base256: writeBase256(characters, isLast: segment.range.upperBound == message.count)
      }
    }
    pad()
  }

  private var room: Int { capacity - words.count }

  /// Digits in pairs, all else by itself (5.2.3).
  private mutating func writeASCII(_ characters: ArraySlice<DataMatrixCharacter>) {
    var rest = characters
    while let first = rest.popFirst() {
      if first.isDataMatrixDigit, let second = rest.first, second.isDataMatrixDigit {
        rest.removeFirst()
        words.append(UInt8(130 + (first - 0x30) * 10 + second - 0x30))
      } else {
        words += first.asciiWords
      }
    }
  }

  /// Three values in two words (5.2.5.1).
  ///
  /// A group that lacks one is filled with a shift, which the path plans only where it is the last
  /// of the symbol. A single word that is left needs no unlatch: readers take it for ASCII.
  private mutating func writeTriples(_ values: [UInt8], _ scheme: DataMatrixScheme) {
    words.append(scheme.latch)
    for start in stride(from: 0, to: values.count, by: 3) {
      var group = 1
      for index in start..<start + 3 {
        group += [1600, 40, 1][index - start] * (index < values.count ? Int(values[index]) : 0)
      }
      words += [UInt8(group >> 8), UInt8(group & 0xFF)]
    }
    if room >= 2 { words.append(DataMatrixScheme.unlatch) }
  }

  /// Four values of six bits in three words; the unlatch is a value, and fills its word with zeros.
  ///
  /// One or two words that are left need none: readers take them for ASCII.
  private mutating func writeEDIFACT(_ characters: ArraySlice<DataMatrixCharacter>) {
    words.append(DataMatrixScheme.edifact.latch)
    var values = characters.map { UInt8($0 & 0x3F) }
    let whole = values.count.isMultiple(of: 4)
    if !whole || room - values.count / 4 * 3 > 2 { values.append(DataMatrixScheme.unlatchEDIFACT) }
    var bits = 0, count = 0
    for value in values {
      (bits, count) = (bits << 6 | Int(value), count + 6)
      if count >= 8 {
        count -= 8
        words.append(UInt8(bits >> count & 0xFF))
      }
    }
    if count > 0 { words.append(UInt8(bits << (8 - count) & 0xFF)) }
  }

  /// Bytes behind their number, which is 0 for all up to the end of the symbol (5.2.9).
  private mutating func writeBase256(_ bytes: ArraySlice<DataMatrixCharacter>, isLast: Bool) {
    words.append(DataMatrixScheme.base256.latch)
    let count = bytes.count
    if count < 250 {
      appendRandomised(UInt8(count))
    } else if isLast, room == count + 1 {
      appendRandomised(0)
    } else {
      appendRandomised(UInt8(count / 250 + 249))
      appendRandomised(UInt8(count % 250))
    }
    for byte in bytes { appendRandomised(UInt8(byte)) }
  }

  /// The 255-state algorithm (Annex B.2).
  private mutating func appendRandomised(_ byte: UInt8) {
    words.append(byte &+ UInt8(149 * (words.count + 1) % 255 + 1))
  }

  /// Words that say nothing: 129, and then by the 253-state algorithm (5.2.4.2, Annex B.1).
  private mutating func pad() {
    guard room > 0 else { return }
    words.append(129)
    while room > 0 {
      let word = 129 + 149 * (words.count + 1) % 253 + 1
      words.append(UInt8(word <= 254 ? word : word - 254))
    }
  }
}
