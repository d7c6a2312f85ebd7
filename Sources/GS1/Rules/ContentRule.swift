/// What must hold for a part of a value, beside its characters and its length.
public enum ContentRule: Sendable, Equatable {
  /// The last digit is a check digit (7.9.1).
  case checkDigit
  /// The last two characters are check characters (7.9.5).
  case checkCharacters
  /// A GS1 Company Prefix begins at this character, counted from 1: four digits at least.
  case companyPrefix(at: Int)
  /// YYMMDD; DD may be 00 where the day isn't known (7.12).
  case date(dayMayBeZero: Bool)
  /// YYYYMMDD.
  case fullDate
  /// hhmm.
  case hourAndMinute
  /// hh, 00 to 23.
  case hour
  /// Minutes or seconds, 00 to 59.
  case sixtieth
  /// Three digits of ISO 3166-1.
  case country
  /// Three digits of ISO 3166-1, or 999 for several countries.
  case countryOrSeveral
  /// Two letters of ISO 3166-1.
  case countryLetters
  /// Three digits of ISO 4217.
  case currency
  /// An International Bank Account Number (ISO 13616-1).
  case iban
  /// `%` only before two hexadecimal digits (RFC 3986, 2.1).
  case percentEncoding
  /// Which piece, and of how many, in halves of equal length.
  case pieceOfTotal
  /// `2/3`: the second of three.
  case positionInSequence
  /// Not all zeros.
  case notZero
  /// Doesn't begin with zero.
  case noLeadingZero
  /// Has something that isn't a digit.
  case notOnlyDigits
  /// Each character is one of these.
  case oneOf(String)
  /// The importer's index of the European Regulation 2018/574.
  case importerIndex
  /// A code of package types (UN/ECE Recommendation 21, and GS1's own).
  case packageType
  /// A type of AIDC media (ICCBBA).
  case mediaType
  /// Ten-millionths of a degree, from 90° south.
  case latitude
  /// Ten-millionths of a degree, from 180° west.
  case longitude
  /// The North American coupon code.
  case coupon
  /// The North American positive offer file.
  case positiveOffer
}

/// How a part of a value breaks a rule.
struct Violation: Equatable {
  /// `gs1.check-digit`.
  let code: String
  /// Where in the part, counted from 0.
  let offset: Int
  let got: String
  let expected: String

  init(_ code: String, at offset: Int = 0, got: String, expected: String) {
    (self.code, self.offset, self.got, self.expected) = (code, offset, got, expected)
  }

  init(_ code: String, at offset: Int = 0, got: some Sequence<UInt8>, expected: String) {
    self.init(code, at: offset, got: Self.text(got), expected: expected)
  }

  /// Checked content is ASCII.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }
}

extension ContentRule {
  /// How a part, whose characters and length are right, breaks the rule; nil where it doesn't.
  func violation(in part: [UInt8]) -> Violation? {
    switch self {
    case .checkDigit: Self.wrongCheckDigit(part)
    case .checkCharacters: AlphanumericCheck.violation(in: part)
    case .companyPrefix(let place): Self.wrongCompanyPrefix(part, from: place - 1)
    case .date(let dayMayBeZero): Self.wrongDate(part, dayMayBeZero: dayMayBeZero)
    case .fullDate: Self.wrongFullDate(part)
    case .hourAndMinute: Self.wrongTime(part)
    case .hour: Self.wrongNumber(part, in: 0...23, "an hour 00–23", code: "gs1.time")
    case .sixtieth:
      Self.wrongNumber(part, in: 0...59, "minutes or seconds 00–59", code: "gs1.time")
    case .country, .countryOrSeveral, .countryLetters, .currency, .packageType, .mediaType:
      codeViolation(in: part)
    case .iban: Self.wrongIBAN(part)
    case .percentEncoding: Self.wrongPercentEncoding(part)
    case .pieceOfTotal: Self.wrongPiece(part)
    case .positionInSequence: Self.wrongPosition(part)
    case .coupon: CouponReader.violation(ofCoupon: part)
    case .positiveOffer: CouponReader.violation(ofOffer: part)
    case .latitude:
      Self.wrongNumber(
        part, in: 0...1_800_000_000, "a latitude 0000000000–1800000000", code: "gs1.coordinate")
    case .longitude:
      Self.wrongNumber(
        part, in: 0...3_600_000_000, "a longitude 0000000000–3600000000", code: "gs1.coordinate")
    case .notZero, .noLeadingZero, .notOnlyDigits, .oneOf, .importerIndex:
      characterViolation(in: part)
    }
  }
}
