/// A text of ASCII and kanji, ready for kanji mode (ISO/IEC 18004:2015, 7.4.6).
struct QRCodeKanjiText {
  struct Run {
    let isKanji: Bool
    var range: Range<Int>
  }

  /// ASCII as it is, of each kanji its number in two bytes.
  private(set) var bytes: [UInt8] = []
  /// The bytes of kanji and the others in turn.
  private(set) var runs: [Run] = []

  /// Nil for a text without kanji, and for one with a character that is neither in kanji mode nor in that
  /// part of ASCII that Shift JIS has too: beside kanji, readers take bytes for Shift JIS.
  init?(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    bytes.reserveCapacity(utf8.count)
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      if let number = JISX0208.number(scalar) {
        append([UInt8(number >> 8), UInt8(number & 0xFF)], isKanji: true)
      } else if scalar.isASCII, scalar != "\\", scalar != "~" {
        append([UInt8(scalar.value)], isKanji: false)
      } else {
        return nil
      }
    }
  }

  private mutating func append(_ new: [UInt8], isKanji: Bool) {
    let start = bytes.count
    bytes += new
    if runs.last?.isKanji == isKanji {
      runs[runs.count - 1].range = runs[runs.count - 1].range.lowerBound..<bytes.count
    } else {
      runs.append(Run(isKanji: isKanji, range: start..<bytes.count))
    }
  }
}
