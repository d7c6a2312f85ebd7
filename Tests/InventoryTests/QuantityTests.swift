import Foundation
import Inventory
import TestSupport
import Testing

struct QuantityTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("007", "7"), ("+3", "3"), ("12.50", "12.5"),
    ("-0.000000001", "-0.000000001"),
    ("1.000", "1"), ("999999999999999999.999999999", "999999999999999999.999999999"),
    ("0.10000000000000", "0.1"), ("000000000000000000000001", "1"),
  ])
  func `a decimal number has one form`(_ text: String, _ canonical: String) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.description == canonical)
    #expect(Quantity(canonical) == quantity)
  }

  @Test(arguments: [
    "", "-", "+", ".", "1.", ".5", "1,5", "1e3", "0x10", " 1", "1 ", "--1", "1.2.3", "١٢", "½",
    "NaN", "inf",
    "1000000000000000000", "0.0000000001", "1_000", "1\u{0}", "−1",
  ])
  func `a text that is no such number is refused`(_ text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test func `sums are exact, and what is too large has none`() throws {
    let tenth = try #require(Quantity("0.1"))
    var sum = Quantity.zero
    for _ in 0..<10 { sum = try #require(sum.adding(tenth)) }
    #expect(sum == Quantity(1))
    let most = try #require(Quantity("999999999999999999.999999999"))
    #expect(most.adding(tenth) == nil)
    #expect((-most).subtracting(tenth) == nil)
    #expect(most.subtracting(most) == .zero)
  }

  @Test func `sums and order are those of decimal arithmetic`() throws {
    var random = RandomSource(seed: 6)
    for _ in 0..<3000 {
      let texts = (0..<2).map { _ in Self.text(&random) }
      let (a, b) = (try #require(Quantity(texts[0])), try #require(Quantity(texts[1])))
      let (x, y) = (try Self.decimal(texts[0]), try Self.decimal(texts[1]))
      #expect(try Self.decimal(#require(a.adding(b)).description) == x + y)
      #expect(try Self.decimal(#require(a.subtracting(b)).description) == x - y)
      #expect((a < b) == (x < y))
    }
  }

  @Test func `JSON keeps it as a text`() throws {
    let quantity = try #require(Quantity("-1.25"))
    let data = try JSONEncoder().encode([quantity])
    #expect(String(decoding: data, as: UTF8.self) == #"["-1.25"]"#)
    #expect(try JSONDecoder().decode([Quantity].self, from: data) == [quantity])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Quantity].self, from: Data(#"["1,5"]"#.utf8))
    }
  }

  /// Foundation's decimal, which has 38 digits.
  private static func decimal(_ text: String) throws -> Decimal {
    try #require(Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")))
  }

  private static func text(_ random: inout RandomSource) -> String {
    let whole = UInt64.random(in: 0..<100_000_000_000_000_000, using: &random)
    let shift = UInt64.random(in: 0...17, using: &random)
    let fraction = String(Int.random(in: 1..<1_000_000_000, using: &random))
    let sign = Bool.random(using: &random) ? "-" : ""
    return "\(sign)\(whole >> (shift * 3)).\(fraction)"
  }
}
