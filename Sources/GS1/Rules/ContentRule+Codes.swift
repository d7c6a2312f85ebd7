/// The rules of codes that others keep lists of.
extension ContentRule {
  func codeViolation(in part: [UInt8]) -> Violation? {
    let text = Violation.text(part)
    return switch self {
    case .country where !Countries.numbers.contains(text):
      Violation("gs1.country", got: text, expected: "three digits of a country (ISO 3166-1)")
    case .countryOrSeveral where text != "999" && !Countries.numbers.contains(text):
      Violation(
        "gs1.country", got: text, expected: "three digits of a country (ISO 3166-1), or 999")
    case .countryLetters where !Countries.letters.contains(text):
      Violation("gs1.country", got: text, expected: "two letters of a country (ISO 3166-1)")
    case .currency where !Currencies.numbers.contains(text):
      Violation("gs1.currency", got: text, expected: "three digits of a currency (ISO 4217)")
    case .packageType where !PackageTypes.codes.contains(text):
      Violation("gs1.package-type", got: text, expected: "a code of UN/ECE Recommendation 21")
    case .mediaType where !((1...10).contains(part.number) || (80...99).contains(part.number)):
      Violation("gs1.media-type", got: text, expected: "an AIDC media type, 01–10 or 80–99")
    default: nil
    }
  }
}
