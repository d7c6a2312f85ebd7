/// What a reader of Code 128 is set to between two symbol characters: a code set, and for A and B
/// whether FNC4 is latched, so that characters mean their value plus 128 (ISO/IEC 15417, 4.3.3 and
/// 4.3.4).
///
/// In code set C the standard leaves open what a latched FNC4 does, so it is never left latched
/// there.
enum Code128State: Int, CaseIterable {
  case b
  case a
  case c
  case extendedB
  case extendedA

  private enum CodeSet { case a, b, c }

  private var codeSet: CodeSet {
    switch self {
    case .a, .extendedA: .a
    case .b, .extendedB: .b
    case .c: .c
    }
  }

  var isExtended: Bool { self == .extendedA || self == .extendedB }

  var startCharacter: UInt8 {
    switch codeSet {
    case .a: Code128Patterns.startA
    case .b: Code128Patterns.startA + 1
    case .c: Code128Patterns.startA + 2
    }
  }

  /// The order in which equally short starts are taken: C for a text of digits or one that begins
  /// with four, as in Annex E, otherwise B.
  static func startOrder(_ bytes: ArraySlice<UInt8>) -> [Code128State] {
    let digits = bytes.prefix { $0.isDigit }.count
    return digits >= 4 ? [.c, .b, .a] : [.b, .a, .c]
  }

  /// Whether the code set (A or B) has a byte, its high bit left to FNC4.
  func holds(_ byte: UInt8) -> Bool {
    switch codeSet {
    case .a: byte & 0x7F < 0x60
    case .b: byte & 0x7F >= 0x20
    case .c: false
    }
  }

  /// How many symbol characters lead from here to another state.
  func switchCost(to next: Code128State) -> Int32 {
    (codeSet == next.codeSet ? 0 : 1) + (isExtended == next.isExtended ? 0 : 2)
  }

  /// The symbol characters that lead from here to another state.
  ///
  /// FNC4 twice latches and unlatches
  /// and exists in A and B only: it comes before a switch to C and behind one from C.
  func switchCharacters(to next: Code128State) -> [UInt8] {
    let codes = codeSet == next.codeSet ? [] : [next.codeCharacter]
    guard isExtended != next.isExtended else { return codes }
    return self == .c ? codes + [next.fnc4, next.fnc4] : [fnc4, fnc4] + codes
  }

  /// Appends the symbol characters of one byte, or of two digits in C.
  func append(_ first: UInt8, _ last: UInt8, shifted: Bool, to characters: inout [UInt8]) {
    if self == .c { return characters.append((first - 0x30) * 10 + (last - 0x30)) }
    if (first >= 0x80) != isExtended { characters.append(fnc4) }
    if shifted { characters.append(Code128Patterns.shift) }
    characters.append(Self.value(of: first))
  }

  private var codeCharacter: UInt8 {
    switch codeSet {
    case .a: Code128Patterns.codeA
    case .b: Code128Patterns.codeB
    case .c: Code128Patterns.codeC
    }
  }

  private var fnc4: UInt8 { codeSet == .a ? Code128Patterns.codeA : Code128Patterns.codeB }

  /// Columns A and B of Table 1: what both have has the same value in both, and the rest of A
  /// lies where the rest of B does.
  private static func value(of byte: UInt8) -> UInt8 {
    let character = byte & 0x7F
    return character < 0x20 ? character + 0x40 : character - 0x20
  }
}
