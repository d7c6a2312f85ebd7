/// How much there is of something, exactly: a decimal number, never a binary fraction.
///
/// A whole number of billionths, so that sums and differences are whole-number arithmetic. Its text
/// has one form only: `-12.5`, `0`, `1000`; no sign `+`, no exponent, no groups, no zeros at the end of
/// a fraction.
package struct Quantity: Sendable, Hashable {
  /// Billionths.
  private let billionths: Int128

  private static let one: Int128 = 1_000_000_000
  /// The most digits behind the point.
  package static let places = 9
  /// The most digits before the point.
  package static let digits = 18
  /// What no quantity reaches, on either side of zero.
  private static let bound: Int128 = 1_000_000_000_000_000_000 * one

  package static let zero = Quantity(billionths: 0)

  private init(billionths: Int128) { self.billionths = billionths }

  /// A whole quantity.
  package init(_ whole: Int32) { billionths = Int128(whole) * Self.one }

  package var isNegative: Bool { billionths < 0 }
  package var isPositive: Bool { billionths > 0 }

  /// The sum; nil where it has more digits than a quantity may have.
  package func adding(_ other: Quantity) -> Quantity? {
    let sum = billionths + other.billionths
    return Self.isWithinBounds(sum) ? Quantity(billionths: sum) : nil
  }

  /// What has to be added to another quantity to come to this one; nil as for `adding`.
  package func subtracting(_ other: Quantity) -> Quantity? { adding(-other) }

  package static prefix func - (quantity: Quantity) -> Quantity {
    Quantity(billionths: -quantity.billionths)
  }

  private static func isWithinBounds(_ billionths: Int128) -> Bool {
    billionths < bound && billionths > -bound
  }
}

extension Quantity: Comparable {
  package static func < (a: Quantity, b: Quantity) -> Bool { a.billionths < b.billionths }
}

// MARK: Text

extension Quantity: CustomStringConvertible {
  /// The one form of the number.
  package var description: String {
    let (whole, fraction) = billionths.magnitude.quotientAndRemainder(
      dividingBy: UInt128(Self.one))
    let sign = isNegative ? "-" : ""
    guard fraction > 0 else { return "\(sign)\(whole)" }
    var places = String(fraction)
    places = String(repeating: "0", count: Self.places - places.count) + places
    while places.hasSuffix("0") { places.removeLast() }
    return "\(sign)\(whole).\(places)"
  }

  /// Reads a decimal number.
  ///
  /// Digits, and a point with digits behind it where there is a fraction; `-` or `+` before it. Zeros
  /// at either end are allowed; nil for any other text.
  package init?(_ text: String) {
    var rest = Substring(text).utf8
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Self.number(parts[0]) else { return nil }
    var billionths = whole * Self.one
    if parts.count == 2 {
      var fraction = parts[1]
      while fraction.count > 1, fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
      guard fraction.count <= Self.places, let places = Self.number(fraction) else { return nil }
      billionths += (fraction.count..<Self.places).reduce(places) { number, _ in number * 10 }
    }
    self.billionths = isNegative ? -billionths : billionths
  }

  /// Of one to 18 digits, beside zeros before them.
  private static func number(_ digits: some Collection<UInt8>) -> Int128? {
    let isNumber = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty, isNumber else { return nil }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    guard significant.count <= Self.digits else { return nil }
    return significant.reduce(0) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
  }
}

// MARK: JSON

extension Quantity: Codable {
  /// A text: numbers of JSON are binary fractions to many a reader.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let quantity = Quantity(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a decimal number like 12.5")
    }
    self = quantity
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
