import Barcodes
import Testing

struct SymbolValidatorTests {
  @Test(arguments: [
    ("96385074", Symbology.ean8, "00000096385074"), ("036000291452", .upcA, "00036000291452"),
    ("4006381333931", .ean13, "04006381333931"), ("14006381333938", .itf14, "14006381333938"),
    ("OFF-000123", .code128, "OFF-000123"), ("склад", .qrCode, "склад"),
  ])
  func `a text is checked as what it looks like`(
    text: String, symbology: Symbology, canonical: String
  ) {
    let validation = SymbolValidator.validate(text)
    #expect(validation.symbology == symbology)
    #expect(validation.valid)
    #expect(validation.canonical == canonical)
  }

  @Test func `a wrong check digit is named with its place`() throws {
    let validation = SymbolValidator.validate("4006381333932")
    let problem = try #require(validation.problems.first)
    #expect(!validation.valid)
    #expect(validation.canonical == nil)
    #expect(problem.code == "gs1.check-digit")
    #expect(problem.position == 13)
    #expect(problem.message.contains("got 2, expected 1"))
  }

  @Test(arguments: [
    ("", Symbology.code128, "symbol.length"), ("€", .code128, "symbol.character"),
    ("96385074", .ean13, "gs1.length"), ("12a", .ean13, "gs1.character"),
    ("21234565", .upcE, "gs1.upc-e"), ("A", .code39, "symbol.no-rules"),
  ])
  func `what is wrong has a code`(text: String, symbology: Symbology, code: String) {
    #expect(SymbolValidator.validate(text, as: symbology).problems.map(\.code) == [code])
  }

  @Test func `UPC-E is expanded`() {
    #expect(SymbolValidator.validate("04252614", as: .upcE).canonical == "00042100005264")
  }
}
