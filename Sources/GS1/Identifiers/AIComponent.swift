/// One part of the value of an application identifier.
public struct AIComponent: Sendable {
  /// The characters that a part may have.
  public enum CharacterSet: Sendable {
    /// 0–9.
    case digits
    /// The 82 characters of GS1 General Specifications, 7.11, table 1 (ISO/IEC 646).
    case text
    /// The 39 characters of GS1 General Specifications, 7.11, table 2.
    case upperCase
    /// The 64 characters of file-safe base64, and = behind them (RFC 4648, 5).
    case base64
  }

  /// Which characters.
  public let characters: CharacterSet
  /// How many.
  public let length: ClosedRange<Int>
  /// Whether the value may end before it.
  public private(set) var isOptional = false
  /// What else must hold.
  public let rules: [ContentRule]

  private init(_ characters: CharacterSet, _ length: ClosedRange<Int>, _ rules: [ContentRule]) {
    (self.characters, self.length, self.rules) = (characters, length, rules)
  }

  static func n(_ length: Int, _ rules: ContentRule...) -> Self {
    Self(.digits, length...length, rules)
  }
  static func n(upTo length: Int, _ rules: ContentRule...) -> Self {
    Self(.digits, 1...length, rules)
  }
  static func x(_ length: Int, _ rules: ContentRule...) -> Self {
    Self(.text, length...length, rules)
  }
  static func x(upTo length: Int, _ rules: ContentRule...) -> Self {
    Self(.text, 1...length, rules)
  }
  static func y(upTo length: Int, _ rules: ContentRule...) -> Self {
    Self(.upperCase, 1...length, rules)
  }
  static func z(upTo length: Int) -> Self { Self(.base64, 1...length, []) }

  var optional: Self {
    var part = self
    part.isOptional = true
    return part
  }
}

extension AIComponent.CharacterSet {
  /// Whether a character of ASCII is in it.
  func contains(_ byte: UInt8) -> Bool {
    let digit = (0x30...0x39).contains(byte)
    let upper = (0x41...0x5A).contains(byte)
    let lower = (0x61...0x7A).contains(byte)
    return switch self {
    case .digits: digit
    case .text: AlphanumericCheck.value(of: byte) != nil
    case .upperCase: digit || upper || byte == 0x23 || byte == 0x2D || byte == 0x2F
    case .base64: digit || upper || lower || byte == 0x2D || byte == 0x5F || byte == 0x3D
    }
  }

  /// In words, for messages.
  var words: String {
    switch self {
    case .digits: "a digit 0–9"
    case .text: "one of the 82 characters of GS1 (letters, digits and !\"%&'()*+,-./:;<=>?_)"
    case .upperCase: "an upper-case letter, a digit, #, - or /"
    case .base64: "a letter, a digit, -, _, or = at the end"
    }
  }
}
