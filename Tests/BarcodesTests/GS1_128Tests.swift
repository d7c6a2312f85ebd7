import Barcodes
import GS1
import TestSupport
import Testing

/// How many random messages the others are asked about.
private let oracleTexts = 10_000

struct GS1_128Tests {
  @Test func `a message in brackets becomes what a reader sends, and its text`() throws {
    let symbol = try SymbolEncoder.encode("(10)AB-12(01)09506000134352", as: .gs1_128)
    #expect(symbol.data == "10AB-12\u{1D}0109506000134352")
    #expect(symbol.text == "(10)AB-12(01)09506000134352")
    #expect(symbol == (try SymbolEncoder.encode("]C110AB-12\u{1D}0109506000134352", as: .gs1_128)))
  }

  @Test func `a message that breaks a rule is refused with the rule and its place`() throws {
    let fault = try #require(throws: EncodingFault.self) {
      try SymbolEncoder.encode("(01)09506000134353", as: .gs1_128)
    }
    #expect(fault.code == "gs1.check-digit")
    #expect(fault.position == 18)
  }

  @Test func `an identifier that another one needs may be in another symbol`() throws {
    let symbol = try SymbolEncoder.encode("(02)09506000134352(37)48(10)AB-12", as: .gs1_128)
    #expect(symbol.data == "02095060001343523748\u{1D}10AB-12")
  }

  @Test func `more than 48 characters are refused`() {
    let fault = #expect(throws: EncodingFault.self) {
      try SymbolEncoder.encode(
        "(10)12345678901234567890(21)12345678901234567890(01)09506000134352", as: .gs1_128)
    }
    #expect(fault?.code == "symbol.too-long")
  }

  /// A GTIN, a lot and a serial number of random letters and digits.
  private static func messages(_ count: Int) -> [String] {
    var random = RandomSource(seed: 41)
    let alphabets = [Array("0123456789"), Array("0123456789ABCdef"), Array("AB12-/%")]
    return (0..<count).map { _ in
      let digits = (0..<13).map { _ in Int.random(in: 0...9, using: &random) }
      let alphabet = alphabets.randomElement(using: &random)!
      let value = { (random: inout RandomSource) in
        String(
          (0..<Int.random(in: 1...10, using: &random)).map { _ in
            alphabet.randomElement(using: &random)!
          })
      }
      let gtin = (digits + [CheckDigit.compute(digits)]).map(String.init).joined()
      return "(01)\(gtin)(10)\(value(&random))(21)\(value(&random))"
    }
  }

  @Test(.enabled(if: Zint.program != nil, "zint is not installed"))
  func `a symbol has the least width, and is never wider than zint's`() throws {
    let messages = Self.messages(oracleTexts)
    let bracketed = messages.map {
      Array($0.map { $0 == "(" ? "[" : $0 == ")" ? "]" : $0 }.map(String.init).joined().utf8)
    }
    let theirs = try Zint.modules(of: bracketed, type: 16)
    let symbols = try messages.map { try SymbolEncoder.encode($0, as: .gs1_128) }
    try #require(theirs.count == symbols.count)
    var equal = 0
    for (symbol, their) in zip(symbols, theirs) {
      let ours = symbol.moduleRows[0], bytes = [0x1D] + Array(symbol.data.utf8)
      let least = 11 * (Code128Programme.leastCharacters(bytes, fnc1: 0x1D) + 1) + 13
      if ours.count > their.count { Issue.record("\(symbol.text): wider than zint's") }
      if ours.count != least { Issue.record("\(symbol.text): the least are \(least) modules") }
      equal += ours == their ? 1 : 0
    }
    #expect(equal > messages.count / 4)
  }

  @Test(.enabled(if: ZXing.program != nil, "Python has no zxing-cpp"))
  func `zxing reads the elements with their separators`() throws {
    let symbols = try Self.messages(oracleTexts).map {
      try SymbolEncoder.encode($0, as: .gs1_128)
    }
    let read = try ZXing.read(symbols, as: "Code128")
    try #require(read.count == symbols.count)
    let wrong = symbols.indices.filter {
      read[$0] != ZXing.Reading(text: symbols[$0].data, identifier: "]C1")
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3).map { (symbols[$0].data, read[$0]?.text) })")
  }

  @Test(.enabled(if: ZBarImage.program != nil, "zbarimg is not installed"))
  func `zbar reads the elements with their separators`() throws {
    let symbols = try Self.messages(300).map { try SymbolEncoder.encode($0, as: .gs1_128) }
    let read = try ZBarImage.read(symbols, as: "code128")
    #expect(read.map { $0.map { String(decoding: $0, as: UTF8.self) } } == symbols.map(\.data))
  }
}
