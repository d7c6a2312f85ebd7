/// A date as application identifiers write it: YYMMDD (GS1 General Specifications, 7.12).
public struct GS1Date: Sendable, Hashable {
  /// With its century.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31; nil where 00 says that the day isn't known, which means the whole month.
  public let day: Int?

  /// The date of six digits; nil where they aren't one.
  ///
  /// - Parameter currentYear: decides the century: no date is 51 years ago or more, or more than
  ///   50 years ahead.
  public init?(yymmdd text: String, currentYear: Int) {
    let digits = Array(text.utf8)
    guard digits.count == 6, digits.allSatisfy(\.isDigit) else { return nil }
    let year = Self.year(ofTwoDigits: digits.prefix(2).number, in: currentYear)
    let (month, day) = (digits[2..<4].number, digits[4...].number)
    guard (1...12).contains(month), (0...Self.days(inMonth: month, of: year)).contains(day) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day == 0 ? nil : day)
  }

  /// The year that two digits name, as seen from a year.
  static func year(ofTwoDigits digits: Int, in currentYear: Int) -> Int {
    let century = currentYear - currentYear % 100
    return switch digits - currentYear % 100 {
    case 51...: century - 100 + digits
    case ...(-50): century + 100 + digits
    default: century + digits
    }
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
