import Barcodes
import Testing

struct SymbologyTests {
  @Test func `every symbology is found by its name`() throws {
    for symbology in Symbology.allCases {
      #expect(try Symbology.named(symbology.facts.name) == symbology)
    }
  }

  @Test func `a misspelt name is refused with the nearest one`() {
    let fault = #expect(throws: SymbologyNameFault.self) { try Symbology.named("code-218") }
    #expect(fault?.code == "symbology.unknown")
    #expect(fault?.message.contains("Did you mean code-128?") == true)
  }

  @Test func `no two symbologies have the same title`() {
    let titles = Symbology.table.map(\.title)
    #expect(Set(titles).count == titles.count)
  }

  @Test func `what is on by default can be read`() {
    #expect(Set(Symbology.onByDefault).isSubset(of: Set(Symbology.readable)))
    #expect(!Symbology.onByDefault.contains(.isbn))
  }

  @Test func `identifiers have the shape of ISO 15424`() {
    for facts in Symbology.table {
      #expect(facts.identifier.wholeMatch(of: /\][A-Za-z][0-9]/) != nil, "\(facts.name)")
    }
  }

  @Test func `a symbology that can't be written is refused with those that can`() {
    let fault = #expect(throws: EncodingFault.self) {
      try SymbolEncoder.encode("1", as: .aztec)
    }
    #expect(fault?.code == "symbol.not-writable")
    #expect(fault?.message.contains("qr-code, micro-qr-code, code-128, gs1-128") == true)
  }

  @Test func `writable symbologies write and say what they wrote`() throws {
    let texts: [Symbology: String] = [
      .ean8: "9638507", .upcA: "03600029145", .upcE: "0123456", .ean2: "12", .ean5: "51299",
      .itf14: "1540014128876", .codabar: "A123B", .gs1_128: "(01)09506000134352",
      .gs1DataMatrix: "(01)09506000134352",
    ]
    for symbology in Symbology.writable {
      let text = texts[symbology] ?? "400638133393"
      #expect(try SymbolEncoder.encode(text, as: symbology).symbology == symbology)
    }
  }

  @Test(arguments: [
    ("]C0", "x", Symbology.code128), ("]C1", "10x", .gs1_128), ("]E0", "4006381333931", .ean13),
    ("]E0", "0036000291452", .upcA), ("]E3", "003600029145212", .upcA), ("]E4", "96385074", .ean8),
    ("]e0", "0109506000134352", .databar), ("]e0", "010950600013435210x", .databarExpanded),
    ("]d1", "x", .dataMatrix), ("]d2", "10x", .gs1DataMatrix), ("]Q3", "10x", .qrCode),
    ("]I1", "14006381333938", .itf14), ("]I0", "123456", .itf), ("]A4", "x", .code39),
  ])
  func `a symbology identifier tells the symbology`(
    identifier: String, content: String, symbology: Symbology
  ) {
    #expect(Symbology(identifier: identifier, content: content) == symbology)
  }

  @Test(arguments: ["", "]", "]C", "C10", "]X0", "]C10", "]ä"])
  func `what is no identifier tells nothing`(identifier: String) {
    #expect(Symbology(identifier: identifier, content: "x") == nil)
  }
}
