/// The rules of single characters, numbers and pairs of numbers.
extension ContentRule {
  func characterViolation(in part: [UInt8]) -> Violation? {
    switch self {
    case .notZero where part.allSatisfy { $0 == 0x30 }:
      Violation("gs1.zero", got: part, expected: "a number that isn't zero")
    case .noLeadingZero where part.first == 0x30:
      Violation("gs1.zero", got: "0", expected: "a number without zeros in front")
    case .notOnlyDigits where part.allSatisfy(\.isDigit):
      Violation("gs1.character", got: part, expected: "at least one character that isn't a digit")
    case .oneOf(let allowed):
      Self.stranger(in: part, to: allowed)
    case .importerIndex:
      part.firstIndex {
        !($0.isDigit || $0.isUpperCase || $0.isLowerCase || $0 == 0x2D || $0 == 0x5F)
      }
      .map {
        Violation(
          "gs1.importer-index", at: $0, got: [part[$0]], expected: "a letter, a digit, - or _")
      }
    default: nil
    }
  }

  private static func stranger(in part: [UInt8], to allowed: String) -> Violation? {
    guard let wrong = part.firstIndex(where: { !allowed.utf8.contains($0) }) else { return nil }
    let expected = allowed.map(String.init).joined(separator: ", ")
    return Violation("gs1.value", at: wrong, got: [part[wrong]], expected: expected)
  }

  static func wrongNumber(
    _ part: [UInt8], in range: ClosedRange<Int>, _ expected: String, code: String
  ) -> Violation? {
    range.contains(part.number) ? nil : Violation(code, got: part, expected: expected)
  }

  static func wrongPercentEncoding(_ part: [UInt8]) -> Violation? {
    for index in part.indices where part[index] == UInt8(ascii: "%") {
      let digits = part[(index + 1)...].prefix(2)
      guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
      else {
        return Violation(
          "gs1.percent", at: index, got: part[index...].prefix(3),
          expected: "two hexadecimal digits behind %")
      }
    }
    return nil
  }

  static func wrongPiece(_ part: [UInt8]) -> Violation? {
    let half = part.count / 2
    let (piece, total) = (part.prefix(half), part.suffix(half))
    guard piece.number > 0 else {
      return Violation("gs1.piece", got: piece, expected: "the number of a piece, from 1")
    }
    guard total.number > 0 else {
      return Violation("gs1.piece", at: half, got: total, expected: "a number of pieces, from 1")
    }
    guard piece.number <= total.number else {
      return Violation(
        "gs1.piece", got: piece, expected: "a piece not beyond the last, \(Violation.text(total))")
    }
    return nil
  }

  static func wrongPosition(_ part: [UInt8]) -> Violation? {
    let halves = part.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else {
      return Violation("gs1.sequence", got: part, expected: "a position and a number, as in 2/3")
    }
    if let zero = halves.first(where: { $0.first == 0x30 }) {
      return Violation(
        "gs1.sequence", at: zero.startIndex, got: zero,
        expected: "a number from 1, without zeros in front")
    }
    guard halves[0].number <= halves[1].number else {
      return Violation(
        "gs1.sequence", got: part, expected: "a position not beyond \(Violation.text(halves[1]))")
    }
    return nil
  }
}
