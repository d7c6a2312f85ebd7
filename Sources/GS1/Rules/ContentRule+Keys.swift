/// The rules of GS1 keys and bank accounts.
extension ContentRule {
  static func wrongCheckDigit(_ part: [UInt8]) -> Violation? {
    guard let last = part.last, part.count > 1 else { return nil }
    let expected = CheckDigit.compute(part.dropLast().map(\.digitValue))
    guard last.digitValue != expected else { return nil }
    return Violation(
      "gs1.check-digit", at: part.count - 1, got: [last], expected: String(expected))
  }

  /// A company prefix has four to twelve digits; which were given to whom isn't known here.
  static func wrongCompanyPrefix(_ part: [UInt8], from start: Int) -> Violation? {
    let prefix = part.dropFirst(start).prefix(4)
    guard let wrong = prefix.firstIndex(where: { !$0.isDigit }) else {
      guard prefix.count < 4 else { return nil }
      return Violation(
        "gs1.company-prefix", at: min(start, max(part.count - 1, 0)), got: prefix,
        expected: "a company prefix of at least 4 digits")
    }
    return Violation(
      "gs1.company-prefix", at: wrong, got: [part[wrong]], expected: "a digit of a company prefix")
  }

  /// ISO 13616-1: country, check digits mod 97, account (ISO/IEC 7064, MOD 97-10).
  static func wrongIBAN(_ part: [UInt8]) -> Violation? {
    guard part.count > 10 else {
      return Violation("gs1.iban", got: part, expected: "an IBAN of more than 10 characters")
    }
    if let wrong = part.firstIndex(where: { !$0.isDigit && !$0.isUpperCase }) {
      return Violation(
        "gs1.iban", at: wrong, got: [part[wrong]], expected: "a digit or an upper-case letter")
    }
    guard Countries.letters.contains(Violation.text(part.prefix(2))) else {
      return Violation(
        "gs1.iban", got: part.prefix(2), expected: "the two letters of a country (ISO 3166-1)")
    }
    guard remainder97(part[4...] + part[..<2] + part[2..<4]) == 1 else {
      let digits = 98 - remainder97(part[4...] + part[..<2] + [0x30, 0x30])
      return Violation(
        "gs1.iban", at: 2, got: part[2..<4], expected: "check digits \(digits / 10)\(digits % 10)")
    }
    return nil
  }

  private static func remainder97(_ characters: some Sequence<UInt8>) -> Int {
    characters.reduce(0) { remainder, byte in
      byte.isDigit
        ? (remainder * 10 + byte.digitValue) % 97 : (remainder * 100 + Int(byte) - 0x41 + 10) % 97
    }
  }
}

/// Check characters of alphanumeric keys (GS1 General Specifications, 7.9.5): the places of the
/// characters among the 82, weighted with the primes from the right, modulo 1021; the sum is
/// written in two characters of 32.
enum AlphanumericCheck {
  /// GS1 General Specifications, 7.11, table 1, in order.
  private static let characters82 = Array(
    "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".utf8)
  /// GS1 General Specifications, 7.9.5.
  private static let characters32 = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, byte) in characters82.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()

  /// The place of a character among the 82; nil for any other.
  static func value(of byte: UInt8) -> UInt8? { values[Int(byte)] }

  /// More than any identifier has characters.
  private static let primes: [Int] = (2...541).filter { number in
    (2..<number).allSatisfy { number % $0 != 0 }
  }

  /// The two check characters of a key without them.
  static func pair(of key: some BidirectionalCollection<UInt8>) -> [UInt8] {
    let sum = zip(key.reversed(), primes).reduce(0) { sum, next in
      sum + Int(values[Int(next.0)] ?? 0) * next.1
    }
    return [characters32[sum % 1021 / 32], characters32[sum % 1021 % 32]]
  }

  static func violation(in part: [UInt8]) -> Violation? {
    guard part.count >= 2 else {
      return Violation("gs1.check-characters", got: part, expected: "two check characters")
    }
    let expected = pair(of: part.dropLast(2))
    guard !part.suffix(2).elementsEqual(expected) else { return nil }
    return Violation(
      "gs1.check-characters", at: part.count - 2, got: part.suffix(2),
      expected: Violation.text(expected))
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isUpperCase: Bool { (0x41...0x5A).contains(self) }
  var isLowerCase: Bool { (0x61...0x7A).contains(self) }
  /// Of a digit.
  var digitValue: Int { Int(self) - 0x30 }
}

extension Collection<UInt8> {
  /// The number that digits write; the longest that is asked for has ten.
  var number: Int { reduce(0) { ($0 &* 10) &+ $1.digitValue } }
}
