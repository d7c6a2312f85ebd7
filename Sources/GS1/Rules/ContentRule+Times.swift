/// The rules of dates and times (GS1 General Specifications, 7.12).
extension ContentRule {
  static func wrongDate(_ part: [UInt8], dayMayBeZero: Bool) -> Violation? {
    guard part.count == 6 else { return nil }
    // The century decides only whether a year 00 has a 29 February: 2000 had, and until 2051 no
    // date says 1900 or 2100.
    return wrongMonthOrDay(
      part, from: 2, year: 2000 + part.prefix(2).number, dayMayBeZero: dayMayBeZero)
  }

  static func wrongFullDate(_ part: [UInt8]) -> Violation? {
    guard part.count == 8 else { return nil }
    return wrongMonthOrDay(part, from: 4, year: part.prefix(4).number, dayMayBeZero: false)
  }

  private static func wrongMonthOrDay(
    _ part: [UInt8], from start: Int, year: Int, dayMayBeZero: Bool
  ) -> Violation? {
    let (month, day) = (part[start..<start + 2].number, part[(start + 2)...].number)
    guard (1...12).contains(month) else {
      return Violation(
        "gs1.date", at: start, got: part[start..<start + 2], expected: "a month 01–12")
    }
    let days = GS1Date.days(inMonth: month, of: year)
    guard (dayMayBeZero ? 0 : 1)...days ~= day else {
      return Violation(
        "gs1.date", at: start + 2, got: part[(start + 2)...],
        expected: "a day \(dayMayBeZero ? "00" : "01")–\(days)")
    }
    return nil
  }

  static func wrongTime(_ part: [UInt8]) -> Violation? {
    guard part.count == 4 else { return nil }
    guard part.prefix(2).number <= 23 else {
      return Violation("gs1.time", got: part.prefix(2), expected: "an hour 00–23")
    }
    guard part.suffix(2).number <= 59 else {
      return Violation("gs1.time", at: 2, got: part.suffix(2), expected: "minutes 00–59")
    }
    return nil
  }
}
