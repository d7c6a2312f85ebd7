/// Reads the digits of a North American coupon (GS1 US, “North American Coupon Application
/// Guideline”; “GS1 AI (8112) Coupon Data Specification”).
///
/// Fields follow one another; most begin with a digit that tells their length.
struct CouponReader {
  private let digits: [UInt8]
  private var place = 0

  private init(_ digits: [UInt8]) { self.digits = digits }

  /// How AI 8110 breaks its rules.
  static func violation(ofCoupon part: [UInt8]) -> Violation? {
    violation(in: part) { reader throws(Fault) in try reader.readCoupon() }
  }

  /// How AI 8112 breaks its rules.
  static func violation(ofOffer part: [UInt8]) -> Violation? {
    violation(in: part) { reader throws(Fault) in try reader.readOffer() }
  }

  private struct Fault: Error { let violation: Violation }

  private static func violation(
    in part: [UInt8], _ read: (inout CouponReader) throws(Fault) -> Void
  ) -> Violation? {
    if let wrong = part.firstIndex(where: { !$0.isDigit }) {
      return Violation("gs1.coupon", at: wrong, got: [part[wrong]], expected: "a digit 0–9")
    }
    var reader = CouponReader(part)
    do throws(Fault) {
      try read(&reader)
      try reader.end()
      return nil
    } catch {
      return error.violation
    }
  }

  private mutating func readOffer() throws(Fault) {
    _ = try digit("a format, 0 or 1", among: 0...1)
    try take(try digit("the length of the funder, 0–6", among: 0...6) + 6, "a funder")
    try take(6, "an offer code of 6 digits")
    try take(try digit("the length of the serial number", among: 0...9) + 6, "a serial number")
  }

  private mutating func readCoupon() throws(Fault) {
    try take(
      try digit("the length of the company prefix, 0–6", among: 0...6) + 6, "a company prefix")
    try take(6, "an offer code of 6 digits")
    try take(try digit("the length of the save value, 1–5", among: 1...5), "a save value")
    try readPurchase()
    if begins(1) {
      _ = try digit("a rule of purchases, 0–3", among: 0...3)
      try readPurchase()
      try readPurchaseCompany()
    }
    if begins(2) {
      try readPurchase()
      try readPurchaseCompany()
    }
    try readDates()
    if begins(5) {
      try take(try digit("the length of the serial number", among: 0...9) + 6, "a serial number")
    }
    if begins(6) {
      try take(try digit("the length of the retailer, 1–7", among: 1...7) + 6, "a retailer")
    }
    if begins(9) { try readFlags() }
  }

  /// A requirement, its code and the family.
  private mutating func readPurchase() throws(Fault) {
    try take(
      try digit("the length of the purchase requirement, 1–5", among: 1...5), "a requirement")
    _ = try digit("a code of the requirement, 0–4 or 9", among: 0...4, or: 9)
    try take(3, "a family code of 3 digits")
  }

  private mutating func readPurchaseCompany() throws(Fault) {
    let length = try digit("the length of the company prefix, 0–6 or 9", among: 0...6, or: 9)
    if length != 9 { try take(length + 6, "a company prefix") }
  }

  private mutating func readDates() throws(Fault) {
    let end = begins(3) ? try readDate() : nil
    let placeOfStart = place
    guard begins(4) else { return }
    let start = try readDate()
    if let end, Violation.text(start) > Violation.text(end) {
      throw Fault(
        violation: Violation(
          "gs1.coupon", at: placeOfStart + 1, got: start,
          expected: "a start not after the end, \(Violation.text(end))"))
    }
  }

  private mutating func readDate() throws(Fault) -> [UInt8] {
    let start = place
    let date = try take(6, "a date YYMMDD")
    if let wrong = ContentRule.wrongDate(date, dayMayBeZero: false) {
      throw Fault(
        violation: Violation(
          "gs1.coupon", at: start + wrong.offset, got: wrong.got, expected: wrong.expected))
    }
    return date
  }

  private mutating func readFlags() throws(Fault) {
    _ = try digit("a code of the save value, 0–2, 5 or 6", among: 0...2, or: 5, 6)
    _ = try digit("the item that the save value applies to, 0–2", among: 0...2)
    _ = try digit("the flag of store coupons", among: 0...9)
    _ = try digit("the flag that forbids multiplying, 0 or 1", among: 0...1)
  }

  /// Whether an optional field comes next; its first digit is passed over.
  private mutating func begins(_ field: Int) -> Bool {
    guard place < digits.count, digits[place].digitValue == field else { return false }
    place += 1
    return true
  }

  private mutating func digit(
    _ expected: String, among range: ClosedRange<Int>, or others: Int...
  ) throws(Fault) -> Int {
    let got = try take(1, expected)[0].digitValue
    guard range.contains(got) || others.contains(got) else {
      throw Fault(
        violation: Violation("gs1.coupon", at: place - 1, got: "\(got)", expected: expected))
    }
    return got
  }

  @discardableResult
  private mutating func take(_ count: Int, _ expected: String) throws(Fault) -> [UInt8] {
    guard digits.count - place >= count else {
      throw Fault(
        violation: Violation(
          "gs1.coupon", at: min(place, max(digits.count - 1, 0)), got: digits[place...],
          expected: "\(expected); \(count - (digits.count - place)) digits are missing"))
    }
    place += count
    return Array(digits[place - count..<place])
  }

  private func end() throws(Fault) {
    guard place == digits.count else {
      throw Fault(
        violation: Violation(
          "gs1.coupon", at: place, got: digits[place...], expected: "the end of the coupon code"))
    }
  }
}
