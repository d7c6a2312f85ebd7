import Barcodes

/// What the code words of a Code 128 symbol spell (ISO/IEC 15417:2007, 4.3).
struct Code128Message: Equatable {
  /// Latin-1, FNC1 inside as GS (0x1D).
  private(set) var bytes: [UInt8] = []
  /// The same with FNC4 passed over: what zbar and simple readers say.
  private(set) var bytesWithoutFNC4: [UInt8] = []
  /// FNC1 stands first.
  private(set) var isGS1 = false
  /// FNC1 stands behind the first character or pair of digits.
  private(set) var isAIM = false
  private(set) var hasFNC4 = false

  private enum CodeSet { case a, b, c }

  private var set: CodeSet
  /// The other of A and B, for one character.
  private var isShifted = false
  /// Whether characters mean their value plus 128, and whether the next one differs from that.
  private var isLatched = false
  private var isPending = false

  /// The message of a start character and what follows it; nil where it is none, or where the
  /// standard leaves open what FNC4 does to it.
  init?(words: [UInt8]) {
    switch words.first {
    case Code128Patterns.startA: set = .a
    case Code128Patterns.startA + 1: set = .b
    case Code128Patterns.startA + 2: set = .c
    default: return nil
    }
    for (place, word) in words.enumerated().dropFirst() {
      guard read(word, at: place, isLast: place == words.count - 1) else { return nil }
    }
    if isPending || isShifted || bytes.isEmpty { return nil }
  }

  private mutating func read(_ word: UInt8, at place: Int, isLast: Bool) -> Bool {
    switch (word, set) {
    case (0...99, .c):
      // FNC4 is of sets A and B; zint, too, leaves the digits of C as they are.
      guard !isPending else { return false }
      put([0x30 + word / 10, 0x30 + word % 10])
    case (0...95, _): put(character: word)
    case (Code128Patterns.fnc1, _): putFNC1(at: place, isLast: isLast)
    case (Code128Patterns.codeA, .a), (Code128Patterns.codeB, .b): putFNC4()
    case (Code128Patterns.codeA, _): set = .a
    case (Code128Patterns.codeB, _): set = .b
    case (Code128Patterns.codeC, _): set = .c
    case (Code128Patterns.shift, _): isShifted = true
    // FNC2 and FNC3 are for the reader.
    case (96...97, _): break
    default: return false
    }
    return true
  }

  /// Columns A and B of table 1.
  private mutating func put(character word: UInt8) {
    let isOfA = (set == .a) != isShifted
    let byte = word < 64 || !isOfA ? word + 32 : word - 64
    bytes.append(isLatched != isPending ? byte + 128 : byte)
    bytesWithoutFNC4.append(byte)
    (isShifted, isPending) = (false, false)
  }

  private mutating func put(_ plain: [UInt8]) {
    bytes += plain
    bytesWithoutFNC4 += plain
  }

  /// As zbar has it: the first two places are told by the identifier, and one that stands last
  /// parts nothing.
  private mutating func putFNC1(at place: Int, isLast: Bool) {
    switch place {
    case 1: isGS1 = true
    case 2: isAIM = true
    default: if !isLast { put([0x1D]) }
    }
  }

  /// Twice is a latch (4.3.4.2).
  private mutating func putFNC4() {
    hasFNC4 = true
    if isPending { isLatched.toggle() }
    isPending.toggle()
  }
}
