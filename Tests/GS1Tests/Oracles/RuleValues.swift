import Foundation
import TestSupport

/// Values that keep or break the rules that the syntax dictionary names, made without our own rules.
struct RuleValues {
  var random: RandomSource

  static let sets: [Character: [Character]] = [
    "N": Array("0123456789"),
    "X": Array(
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
    "Y": Array("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "Z": Array("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
  ]

  mutating func text(_ set: Character, _ count: Int) -> String {
    String((0..<count).map { _ in Self.sets[set]!.randomElement(using: &random)! })
  }

  mutating func digits(_ count: Int) -> String { text("N", count) }

  mutating func number(_ range: ClosedRange<Int>, digits: Int) -> String {
    String(format: "%0\(digits)ld", Int.random(in: range, using: &random))
  }

  /// A value of a component that keeps all its rules.
  mutating func valid(_ component: SyntaxDictionary.Component) -> String {
    let linters = component.linters
    if linters.contains("csumalpha") {
      var key = digits(4) + text("X", Int.random(in: 0...19, using: &random))
      if linters.contains("hasnondigit") { key = digits(4) + "A" + key.dropFirst(5) }
      return key + Self.pair(key)
    }
    for linter in linters where linter != "csum" {
      if let value = valid(linter, component) { return value }
    }
    if linters.contains("csum") { return withCheckDigit(digits(component.length.upperBound - 1)) }
    return text(component.characters, Int.random(in: component.length, using: &random))
  }

  private mutating func valid(
    _ linter: String, _ component: SyntaxDictionary.Component
  ) -> String? {
    switch linter {
    case "yymmd0": date() + (Bool.random(using: &random) ? "00" : number(1...28, digits: 2))
    case "yymmdd": date() + number(1...28, digits: 2)
    case "yyyymmdd": number(1900...2030, digits: 4) + number(1...12, digits: 2) + "28"
    case "hhmi": number(0...23, digits: 2) + number(0...59, digits: 2)
    case "hh": number(0...23, digits: 2)
    case "mi", "ss": number(0...59, digits: 2)
    case "iso3166": ["036", "250", "276", "840"].randomElement(using: &random)!
    case "iso3166999": ["036", "250", "276", "999"].randomElement(using: &random)!
    case "iso3166alpha2": ["AU", "FR", "DE", "US"].randomElement(using: &random)!
    case "iso4217": ["978", "840", "756", "392"].randomElement(using: &random)!
    case "iso5218": ["0", "1", "2", "9"].randomElement(using: &random)!
    case "yesno": ["0", "1"].randomElement(using: &random)!
    case "winding": ["0", "1", "9"].randomElement(using: &random)!
    case "zero": "0"
    case "hyphen": "-"
    case "nonzero": digits(component.length.upperBound - 1) + "7"
    case "nozeroprefix":
      "1" + digits(Int.random(in: 0..<component.length.upperBound, using: &random))
    case "latitude": number(0...1_800_000_000, digits: 10)
    case "longitude": number(0...3_600_000_000, digits: 10)
    case "pieceoftotal":
      "0\(Int.random(in: 1...4, using: &random))0\(Int.random(in: 4...9, using: &random))"
    case "posinseqslash": ["1/3", "3/3", "2/9"].randomElement(using: &random)!
    case "importeridx": ["-", "_", "a", "Z", "5"].randomElement(using: &random)!
    case "packagetype": ["1A", "200", "8", "9", "APE", "ZZ"].randomElement(using: &random)!
    case "mediatype": ["01", "10", "80", "99"].randomElement(using: &random)!
    case "pcenc": "A%2" + ["0", "f", "F"].randomElement(using: &random)! + "B%C3%A4"
    case "iban":
      ["FR7630006000011234567890189", "GB98MIDL07009312345678", "BE71096123456769"]
        .randomElement(using: &random)!
    case "couponcode":
      [
        "012345612345611110123", "0" + digits(6) + digits(6) + "1" + "5" + "15" + "9" + "000",
        "0" + digits(6) + digits(6) + "1" + digits(1) + "2" + "12" + "4" + "123" + "10110123"
          + "9" + "3251231" + "4240101" + "50123456" + "61" + digits(7) + "95010",
      ].randomElement(using: &random)!
    case "couponposoffer": "0" + "2" + digits(8) + digits(6) + "3" + digits(9)
    case "gcppos1" where !component.linters.contains("csum"):
      digits(4) + text(component.characters, Int.random(in: 0...20, using: &random))
    default: nil
    }
  }

  private mutating func date() -> String { number(0...99, digits: 2) + number(1...12, digits: 2) }

  /// Values that keep the characters and length of a component, and break one of its rules each.
  mutating func invalid(_ component: SyntaxDictionary.Component) -> [String] {
    component.linters.flatMap { linter -> [String] in
      let valid = valid(component)
      switch linter {
      case "csum": return [valid.dropLast() + String((valid.last!.wholeNumberValue! + 1) % 10)]
      case "csumalpha":
        let pair = valid.suffix(2) == "22" ? "33" : "22"
        return [valid.dropLast(2) + pair, valid.dropLast() + "i"]
      case "gcppos1", "gcppos2":
        return component.characters == "N" ? [] : ["A" + text("Y", 12), "12", "123"]
      case "yymmd0": return ["261301", "260001", "260230", "250229", "260431"]
      case "yymmdd": return ["261301", "260001", "260100", "250229", "260431"]
      case "yyyymmdd": return ["20261301", "20260100", "20250229", "19000229"]
      case "hhmi": return ["2400", "0060"]
      case "hh": return ["24"]
      case "mi", "ss": return ["60", "99"]
      case "iso3166": return ["000", "999", "003"]
      case "iso3166999": return ["000", "998"]
      case "iso3166alpha2": return ["XX", "00", "de"]
      case "iso4217": return ["000", "001", "998"]
      case "iso5218": return ["3", "8"]
      case "yesno": return ["2", "9"]
      case "winding": return ["2", "8"]
      case "zero": return ["1"]
      case "hyphen": return ["+", "0"]
      case "nonzero": return [String(repeating: "0", count: component.length.upperBound)]
      case "nozeroprefix": return ["0", "01"]
      case "latitude": return ["1800000001", "9999999999"]
      case "longitude": return ["3600000001"]
      case "pieceoftotal": return ["0001", "0100", "0201"]
      case "posinseqslash": return ["3/2", "0/3", "1/0", "1/a", "123", "/12", "12/", "1//"]
      case "importeridx": return ["!", "/", "+"]
      case "packagetype": return ["0", "00", "B", "ZZZZ", "aa"]
      case "mediatype": return ["00", "11", "79"]
      case "pcenc": return ["A%", "A%2", "%GG", "A%2G"]
      case "iban":
        return [
          "FR7630006000011234567890188", "XX361234567890", "FR76", "fr7630006000011234567890189",
        ]
      case "couponcode":
        return [
          "712345612345611110123", "01234561234561111012", "012345612345601110123",
          "012345612345611510123", "0123456123456111101239", "01234561234561111012A",
          "0123456123456111101233261301", "012345612345611110123325123142601017",
          "01234561234561111012332512314260101",
        ]
      case "couponposoffer":
        return [
          "201234561234560123456", "0", "0012345612345601234567",
          "07" + "1234567890123" + "123456" + "0123456",
        ]
      case "hasnondigit":
        let key = "12345678"
        return [key + Self.pair(key)].filter { $0.allSatisfy(\.isNumber) }
      default: return []
      }
    }
  }

  /// Weights 3 and 1 from the right.
  private func withCheckDigit(_ digits: String) -> String {
    let sum = digits.reversed().enumerated().reduce(0) {
      $0 + $1.element.wholeNumberValue! * ($1.offset % 2 == 0 ? 3 : 1)
    }
    return digits + String((10 - sum % 10) % 10)
  }

  static func pair(_ key: String) -> String {
    let primes = [
      2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89,
    ]
    let sum = zip(key.reversed(), primes).reduce(0) {
      $0 + sets["X"]!.firstIndex(of: $1.0)! * $1.1
    }
    let characters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    return String([characters[sum % 1021 / 32], characters[sum % 1021 % 32]])
  }
}
