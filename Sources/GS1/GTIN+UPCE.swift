import Diagnostics

/// UPC-E writes a UPC-A of many zeros in six digits (GS1 General Specifications, 5.2.2.4;
/// ISO/IEC 15420, 4.2.4).
extension GTIN {
  /// The GTIN-12 that eight digits of UPC-E stand for: number system, six digits, check digit.
  ///
  /// - Throws: `GS1Fault` `gs1.character`, `gs1.length`, `gs1.upc-e` where the number system is
  ///   neither 0 nor 1, or `gs1.check-digit`.
  public init(upcE text: String) throws(GS1Fault) {
    let values = try CheckDigit.values(of: text)
    guard values.count == 8 else {
      throw GS1Fault(
        code: "gs1.length",
        message: "\(SafeText.quoted(text)) has \(values.count) digits; UPC-E has 8: number system,"
          + " six digits, check digit.")
    }
    guard values[0] <= 1 else {
      throw GS1Fault(
        code: "gs1.upc-e",
        message: "The number system of \(SafeText.quoted(text)) is \(values[0]); UPC-E has 0 or 1.",
        position: 1)
    }
    let body = Self.expand(Array(values[1...6]))
    let expected = CheckDigit.compute([values[0]] + body)
    guard values[7] == expected else {
      throw .wrongCheckDigit(digits: text, got: values[7], expected: expected)
    }
    try self.init(([values[0]] + body + [expected]).map(String.init).joined())
  }

  /// The eight digits of UPC-E, where this is a UPC-A that has them.
  public var upcE: String? {
    let values = canonical.compactMap(\.wholeNumberValue)
    guard values[0] == 0, values[1] == 0, values[2] <= 1,
      let six = Self.suppress(Array(values[3...12]))
    else { return nil }
    return ([values[2]] + six + [values[13]]).map(String.init).joined()
  }

  /// Six digits to the ten between number system and check digit.
  private static func expand(_ six: [Int]) -> [Int] {
    let zeros = { (count: Int) in Array(repeating: 0, count: count) }
    return switch six[5] {
    case 0...2: six[0...1] + [six[5]] + zeros(4) + six[2...4]
    case 3: six[0...2] + zeros(5) + six[3...4]
    case 4: six[0...3] + zeros(5) + six[4...4]
    default: six[0...4] + zeros(4) + six[5...5]
    }
  }

  /// Ten digits to six.
  ///
  /// Each number has one short form only: the earlier rule takes what two
  /// rules could.
  private static func suppress(_ ten: [Int]) -> [Int]? {
    let zeros = { (places: ClosedRange<Int>) in ten[places].allSatisfy { $0 == 0 } }
    if ten[2] <= 2, zeros(3...6) { return Array(ten[0...1] + ten[7...9] + [ten[2]]) }
    if zeros(3...7) { return Array(ten[0...2] + ten[8...9]) + [3] }
    if zeros(4...8) { return Array(ten[0...3] + ten[9...9]) + [4] }
    if zeros(5...8), ten[9] >= 5 { return Array(ten[0...4] + ten[9...9]) }
    return nil
  }
}
