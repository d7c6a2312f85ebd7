/// The check digit of GS1 keys (GS1 General Specifications, 7.9.1).
///
/// Digits are weighted 3, 1, 3 … from the right, the check digit not counted; the check digit
/// makes the sum a multiple of ten. The same rule serves GTIN, SSCC, GLN and any other length.
public enum CheckDigit {
  /// The check digit of digits that have none yet, 0…9.
  ///
  /// - Throws: `GS1Fault` `gs1.character` where something isn't a digit 0–9, `gs1.length` where
  ///   there are no digits.
  public static func compute(_ digits: some StringProtocol) throws(GS1Fault) -> Int {
    let values = try values(of: digits)
    guard !values.isEmpty else { throw .tooShort(got: 0, expected: "at least one digit") }
    return compute(values)
  }

  /// Verifies digits of which the last is the check digit.
  ///
  /// - Throws: `GS1Fault` `gs1.check-digit` with the digit that was got and the one expected, or
  ///   what `compute` throws.
  public static func verify(_ digits: some StringProtocol) throws(GS1Fault) {
    let values = try values(of: digits)
    guard values.count > 1, let got = values.last else {
      throw .tooShort(got: values.count, expected: "at least two digits")
    }
    let expected = compute(values.dropLast())
    guard got == expected else {
      throw .wrongCheckDigit(digits: String(digits), got: got, expected: expected)
    }
  }

  /// The rule itself, for digits 0…9 without their check digit.
  public static func compute(_ values: some BidirectionalCollection<Int>) -> Int {
    var sum = 0, weight = 3
    for value in values.reversed() {
      sum += weight * value
      weight = 4 - weight
    }
    return (10 - sum % 10) % 10
  }

  static func values(of digits: some StringProtocol) throws(GS1Fault) -> [Int] {
    var values: [Int] = []
    for character in digits {
      // `wholeNumberValue` alone would let digits of other scripts through.
      guard character.isASCII, let value = character.wholeNumberValue else {
        throw .notADigit(character, in: String(digits), position: values.count + 1)
      }
      values.append(value)
    }
    return values
  }
}
