/// The character sets of C40, Text and X12 encodation (ISO/IEC 16022:2006, annex C and 5.2.7).
struct DataMatrixTriples {
  enum Kind { case c40, text, x12 }

  enum Value {
    case character(UInt8)
    case fnc1
    case shift
  }

  private let kind: Kind
  private var set = 0
  private var isUpper = false

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// The three values of two words.
  static func values(_ high: UInt8, _ low: UInt8) -> [Int] {
    let packed = max(Int(high) << 8 + Int(low) - 1, 0)
    return [packed / 1600, packed / 40 % 40, packed % 40]
  }

  /// What a value stands for after those before it; nil for one that stands for nothing.
  mutating func read(_ value: Int) -> Value? {
    if kind == .x12 { return Self.x12(value).map(Value.character) }
    let current = set
    set = 0
    switch (current, value) {
    case (0, 0...2):
      set = value + 1
      return .shift
    case (2, 27):
      return .fnc1
    case (2, 30):
      isUpper = true
      return .shift
    default:
      guard let byte = character(value, inSet: current) else { return nil }
      defer { isUpper = false }
      return .character(isUpper ? byte + 128 : byte)
    }
  }

  /// Always below 128.
  private func character(_ value: Int, inSet set: Int) -> UInt8? {
    switch (set, value) {
    case (0, 0...39): Self.basic(value).map { kind == .text && $0 >= 0x41 ? $0 + 32 : $0 }
    case (1, 0...31): UInt8(value)
    case (2, 0...14): UInt8(value + 33)
    case (2, 15...21): UInt8(value + 43)
    case (2, 22...26): UInt8(value + 69)
    case (3, 1...26) where kind == .text: UInt8(value + 64)
    case (3, 0...31): UInt8(value + 96)
    default: nil
    }
  }

  private static func x12(_ value: Int) -> UInt8? {
    value < 3 ? [0x0D, 0x2A, 0x3E][value] : basic(value)
  }

  /// Space, digits and capitals.
  private static func basic(_ value: Int) -> UInt8? {
    switch value {
    case 3: 0x20
    case 4...13: UInt8(value + 44)
    case 14...39: UInt8(value + 51)
    default: nil
    }
  }
}
