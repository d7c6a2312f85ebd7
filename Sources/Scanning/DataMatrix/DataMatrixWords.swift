/// Code words in the order in which they are read.
struct DataMatrixWords {
  private let words: [UInt8]
  private var position = 0

  init(_ words: [UInt8]) {
    self.words = words
  }

  var left: Int { words.count - position }
  var isAtEnd: Bool { left == 0 }
  /// The next word, which stays.
  var peek: UInt8? { isAtEnd ? nil : words[position] }

  mutating func advance() { position = min(position + 1, words.count) }
  mutating func end() { position = words.count }

  mutating func next() -> UInt8? {
    defer { advance() }
    return peek
  }

  /// Whether a word comes next; if so it is taken.
  mutating func takes(_ word: UInt8) -> Bool {
    guard peek == word else { return false }
    advance()
    return true
  }

  /// A word of base 256, from which the noise of its place is taken (annex B.2).
  mutating func nextUnrandomized() -> UInt8? {
    let noise = 149 * (position + 1) % 255 + 1
    return next().map { $0 &- UInt8(truncatingIfNeeded: noise) }
  }

  /// The number of an ECI in one to three words (5.2.4.7); false where they end before.
  mutating func skipECI() -> Bool {
    guard let first = next() else { return false }
    guard first >= 128 else { return true }
    guard next() != nil else { return false }
    return first < 192 || next() != nil
  }
}
