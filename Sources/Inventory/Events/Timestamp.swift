/// Milliseconds since 1970, and how they are written at the edges: RFC 3339, UTC.
package enum Timestamp {
  /// The years 0001 to 9999: what RFC 3339 can write.
  package static let range = -62_135_596_800_000...253_402_300_799_999

  /// `2026-11-21T10:00:00.000Z`.
  package static func text(_ milliseconds: Int) -> String {
    let (days, inDay) = milliseconds.flooredDivision(by: 86_400_000)
    let (year, month, day) = civil(daysSince1970: days)
    let (seconds, millis) = (inDay / 1000, inDay % 1000)
    return String(unsafeUninitializedCapacity: 24) { text in
      write(year, 4, to: text, at: 0)
      write(month, 2, to: text, at: 5, after: "-")
      write(day, 2, to: text, at: 8, after: "-")
      write(seconds / 3600, 2, to: text, at: 11, after: "T")
      write(seconds / 60 % 60, 2, to: text, at: 14, after: ":")
      write(seconds % 60, 2, to: text, at: 17, after: ":")
      write(millis, 3, to: text, at: 20, after: ".")
      text[23] = UInt8(ascii: "Z")
      return 24
    }
  }

  /// The milliseconds of an RFC 3339 time (section 5.6) with any offset; nil for anything else.
  ///
  /// Digits beyond milliseconds are dropped.
  package static func milliseconds(_ text: String) -> Int? {
    let pattern =
      /(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))/
    guard let match = text.wholeMatch(of: pattern)?.output, let year = Int(match.1),
      let month = Int(match.2), let day = Int(match.3), let hour = Int(match.4),
      let minute = Int(match.5), let second = Int(match.6)
    else { return nil }
    guard isDate(year, month, day), hour < 24, minute < 60, second <= 60 else { return nil }
    var time = daysSince1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    if let sign = match.8, let hours = match.9.flatMap({ Int($0) }),
      let minutes = match.10.flatMap({ Int($0) })
    {
      guard hours < 24, minutes < 60 else { return nil }
      time -= (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
    let fraction = (match.7.map(String.init) ?? "") + "000"
    return time * 1000 + (Int(fraction.prefix(3)) ?? 0)
  }

  /// Writes a number with leading zeros, and the sign that stands before it.
  private static func write(
    _ number: Int, _ width: Int, to text: UnsafeMutableBufferPointer<UInt8>, at start: Int,
    after sign: Unicode.Scalar? = nil
  ) {
    if let sign { text[start - 1] = UInt8(ascii: sign) }
    var rest = number
    for position in stride(from: start + width - 1, through: start, by: -1) {
      text[position] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

  private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    return civil(daysSince1970: daysSince1970(year, month, day)) == (year, month, day)
  }

  /// Days of the proleptic Gregorian calendar, counted in eras of 400 years that begin in March.
  ///
  /// Source: Hinnant, “chrono-compatible low-level date algorithms”.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Int {
  /// Quotient rounded towards minus infinity, and the remainder that goes with it.
  fileprivate func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let remainder = ((self % divisor) + divisor) % divisor
    return ((self - remainder) / divisor, remainder)
  }
}
