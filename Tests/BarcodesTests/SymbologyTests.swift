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
    #expect(fault?.message.contains("qr-code, code-128, ean-13, ean-8, upc-a") == true)
  }

  @Test func `writable symbologies write and say what they wrote`() throws {
    for symbology in Symbology.writable {
      let digits =
        symbology == .ean8 ? "9638507" : symbology == .upcA ? "03600029145" : "400638133393"
      #expect(try SymbolEncoder.encode(digits, as: symbology).symbology == symbology)
    }
  }
}
