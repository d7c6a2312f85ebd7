import Barcodes
import TestSupport
import Testing

struct GS1DataMatrixTests {
  private func encode(_ text: String) throws -> Symbol {
    try SymbolEncoder.encode(text, as: .gs1DataMatrix)
  }

  @Test func `brackets and the form of a reader give the same symbol`() throws {
    let symbol = try encode("(01)09506000134352(10)AB-12(21)7")
    #expect(symbol == (try encode("]d2010950600013435210AB-12\u{1D}217")))
    #expect(symbol.text == "(01)09506000134352(10)AB-12(21)7")
    #expect(symbol.data == "010950600013435210AB-12\u{1D}217")
    #expect(symbol.symbology == .gs1DataMatrix)
  }

  @Test func `a message that breaks a rule is refused with the place`() throws {
    let fault = try #require(throws: EncodingFault.self) { try encode("(01)09506000134353") }
    #expect(fault.code == "gs1.check-digit" && fault.position == 18)
    #expect(fault.message.contains("expected 2"))
    let other = #expect(throws: EncodingFault.self) { try encode("hello") }
    #expect(other?.code == "gs1.unknown-ai")
  }

  @Test(.enabled(if: ZXing.program != nil, "Python has no zxing-cpp"))
  func `zxing reads the element strings back as GS1`() throws {
    let messages = [
      "(01)09506000134352", "(01)09506000134352(10)AB-12(21)xyz",
      "(00)095060001343521236", "(01)09506000134352(17)261231(10)aB/1(21)0123456789",
      "(01)09506000134352(21)A1(10)B2", "(8006)095060001343520102(10)lot",
    ]
    let symbols = try messages.map(encode)
    let read = try ZXing.read(symbols, as: "DataMatrix")
    for (symbol, read) in zip(symbols, read) {
      #expect(read == ZXing.Reading(text: symbol.data, identifier: "]d2"))
    }
  }
}
