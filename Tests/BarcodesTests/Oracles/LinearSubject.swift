import Barcodes
import TestSupport
import Testing

/// A linear symbology, the texts that go into it, and how others call it.
struct LinearSubject: CustomTestStringConvertible, Sendable {
  let symbology: Symbology
  /// Its number in zint.
  let type: Int
  /// The name of its reader in zxing-cpp; nil where that reads no such symbol alone.
  var format: String?
  let alphabet: String
  let lengths: ClosedRange<Int>
  var options = EncodingOptions()
  var edges = ""
  var hasAddOn = false
  /// Characters of the shortest text that zxing-cpp takes for more than a chance likeness.
  var readableLength: Int { symbology == .codabar ? 4 : 1 }

  var testDescription: String {
    symbology.rawValue + (options.allowsFullASCII ? ", full ASCII" : "")
      + (hasAddOn ? ", with add-on" : "")
  }

  /// Random texts; what can't be encoded, as most numbers in UPC-E, is left out.
  func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = RandomSource(seed: seed), texts: [String] = []
    while texts.count < count {
      let text = text(using: &random)
      if symbology != .upcE || (try? symbol(text)) != nil { texts.append(text) }
    }
    return texts
  }

  func symbol(_ text: String) throws -> Symbol {
    try SymbolEncoder.encode(text, as: symbology, options: options)
  }

  private func text(using random: inout RandomSource) -> String {
    let length = Int.random(in: lengths, using: &random)
    let inner = Self.random(symbology == .itf ? length & ~1 : length, of: alphabet, using: &random)
    let edge = { (random: inout RandomSource) in Self.random(1, of: edges, using: &random) }
    let start = symbology == .upcE ? Self.random(1, of: "01", using: &random) : edge(&random)
    return start + inner + edge(&random) + addOn(using: &random)
  }

  private func addOn(using random: inout RandomSource) -> String {
    guard hasAddOn else { return "" }
    return "+" + Self.random(Bool.random(using: &random) ? 2 : 5, of: Self.digits, using: &random)
  }

  private static func random(
    _ count: Int, of alphabet: String, using random: inout RandomSource
  ) -> String {
    let characters = Array(alphabet)
    guard !characters.isEmpty else { return "" }
    return String((0..<count).map { _ in characters.randomElement(using: &random)! })
  }

  private static let digits = "0123456789"
  private static let capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
  private static let printable = String((32..<127).map { Character(Unicode.Scalar($0)) })

  static let all =
    retail(hasAddOn: false) + retail(hasAddOn: true) + [
      LinearSubject(
        symbology: .ean8, type: 13, format: "EAN8", alphabet: digits, lengths: 7...7),
      LinearSubject(symbology: .ean2, type: 13, alphabet: digits, lengths: 2...2),
      LinearSubject(symbology: .ean5, type: 13, alphabet: digits, lengths: 5...5),
      LinearSubject(symbology: .itf, type: 3, format: "ITF", alphabet: digits, lengths: 2...24),
      LinearSubject(
        symbology: .itf14, type: 89, format: "ITF", alphabet: digits, lengths: 13...13),
      LinearSubject(
        symbology: .code39, type: 8, format: "Code39Std", alphabet: capitals, lengths: 1...30),
      LinearSubject(
        symbology: .code39, type: 9, format: "Code39Std", alphabet: printable, lengths: 1...30,
        options: EncodingOptions(allowsFullASCII: true)),
      LinearSubject(
        symbology: .code93, type: 25, format: "Code93", alphabet: printable, lengths: 1...30),
      LinearSubject(
        symbology: .codabar, type: 18, format: "Codabar", alphabet: "0123456789-$:/.+",
        lengths: 1...30, edges: "ABCD"),
    ]

  /// Those that take an add-on.
  private static func retail(hasAddOn: Bool) -> [LinearSubject] {
    [
      LinearSubject(
        symbology: .ean13, type: 13, format: "EAN13", alphabet: digits, lengths: 12...12,
        hasAddOn: hasAddOn),
      LinearSubject(
        symbology: .upcA, type: 34, format: "UPCA", alphabet: digits, lengths: 11...11,
        hasAddOn: hasAddOn),
      LinearSubject(
        symbology: .upcE, type: 37, format: "UPCE", alphabet: digits, lengths: 6...6,
        hasAddOn: hasAddOn),
    ]
  }
}
