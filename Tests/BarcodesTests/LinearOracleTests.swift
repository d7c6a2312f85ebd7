import Barcodes
import TestSupport
import Testing

/// How many random texts of each symbology zint is asked about.
private let oracleTexts = 10_000

/// Linear symbologies beside zint, module for module.
struct LinearOracleTests {
  /// A symbology, zint's number of it, and the texts that go into it.
  struct Subject: CustomTestStringConvertible, Sendable {
    let symbology: Symbology
    let type: Int
    let alphabet: String
    let lengths: ClosedRange<Int>
    var options = EncodingOptions()
    var edges = ""

    var testDescription: String {
      symbology.rawValue + (options.allowsFullASCII ? ", full ASCII" : "")
    }

    func text(using random: inout RandomSource) -> String {
      let length = Int.random(in: lengths, using: &random)
      let characters = Array(alphabet)
      let even = symbology == .itf ? length & ~1 : length
      let inner = (0..<even).map { _ in characters.randomElement(using: &random)! }
      let edge = { (random: inout RandomSource) in
        edges.randomElement(using: &random).map(String.init) ?? ""
      }
      return edge(&random) + String(inner) + edge(&random)
    }
  }

  private static let digits = "0123456789"
  private static let printable = String((32..<127).map { Character(Unicode.Scalar($0)) })
  private static let subjects = [
    Subject(symbology: .ean13, type: 13, alphabet: digits, lengths: 12...12),
    Subject(symbology: .ean8, type: 13, alphabet: digits, lengths: 7...7),
    Subject(symbology: .upcA, type: 34, alphabet: digits, lengths: 11...11),
    Subject(symbology: .ean2, type: 13, alphabet: digits, lengths: 2...2),
    Subject(symbology: .ean5, type: 13, alphabet: digits, lengths: 5...5),
    Subject(symbology: .itf, type: 3, alphabet: digits, lengths: 2...24),
    Subject(symbology: .itf14, type: 89, alphabet: digits, lengths: 13...13),
    Subject(
      symbology: .code39, type: 8, alphabet: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%",
      lengths: 1...30),
    Subject(
      symbology: .code39, type: 9, alphabet: printable, lengths: 1...30,
      options: EncodingOptions(allowsFullASCII: true)),
    Subject(symbology: .code93, type: 25, alphabet: printable, lengths: 1...30),
    Subject(
      symbology: .codabar, type: 18, alphabet: "0123456789-$:/.+", lengths: 1...30, edges: "ABCD"),
  ]

  @Test(.enabled(if: Zint.program != nil, "zint is not installed"), arguments: subjects)
  func `the modules are those of zint`(subject: Subject) throws {
    var random = RandomSource(seed: 11)
    let texts = (0..<oracleTexts).map { _ in subject.text(using: &random) }
    let theirs = try Zint.modules(of: texts.map { Array($0.utf8) }, type: subject.type)
    let ours = try texts.map {
      try SymbolEncoder.encode($0, as: subject.symbology, options: subject.options).moduleRows[0]
    }
    try #require(theirs.count == ours.count)
    let different = texts.indices.filter { ours[$0] != theirs[$0] }
    #expect(different.isEmpty, "\(different.count): \(different.prefix(3).map { texts[$0] })")
  }

  /// zint takes the number system and six digits, and refuses the same rows of digits as we do.
  @Test(.enabled(if: Zint.program != nil, "zint is not installed"))
  func `UPC-E has the modules of zint`() throws {
    var random = RandomSource(seed: 12)
    var texts: [String] = []
    while texts.count < oracleTexts {
      let text =
        String(Int.random(in: 0...1, using: &random))
        + (0..<6).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      if (try? SymbolEncoder.encode(text, as: .upcE)) != nil { texts.append(text) }
    }
    let theirs = try Zint.modules(of: texts.map { Array($0.utf8) }, type: 37)
    let ours = try texts.map { try SymbolEncoder.encode($0, as: .upcE).moduleRows[0] }
    try #require(theirs.count == ours.count)
    let different = texts.indices.filter { ours[$0] != theirs[$0] }
    #expect(different.isEmpty, "\(different.count): \(different.prefix(3).map { texts[$0] })")
  }
}
