import Barcodes
import GS1
import Testing

struct SymbolValidatorTests {
  @Test(arguments: [
    ("96385074", Symbology.ean8, "00000096385074"), ("036000291452", .upcA, "00036000291452"),
    ("4006381333931", .ean13, "04006381333931"), ("14006381333938", .itf14, "14006381333938"),
    ("OFF-000123", .code128, "OFF-000123"), ("склад", .qrCode, "склад"),
    ("4006381333931 12", .ean13, "04006381333931 12"),
    ("036000291452+52495", .upcA, "00036000291452 52495"),
    ("036000291452 123", .code128, "036000291452 123"),
  ])
  func `a text is checked as what it looks like`(
    text: String, symbology: Symbology, canonical: String
  ) {
    let validation = SymbolValidator.validate(text)
    #expect(validation.symbology == symbology)
    #expect(validation.valid)
    #expect(validation.canonical == canonical)
  }

  @Test func `a URI with a key of GS1 is checked as a Digital Link`() {
    let link = SymbolValidator.validate("https://a.b/01/09506000134352/10/AB-12?17=261130")
    #expect(link.symbology == .qrCode && link.valid)
    #expect(link.canonical == "(01)09506000134352(10)AB-12(17)261130")
    let wrong = SymbolValidator.validate("https://a.b/01/09506000134353?17=261301")
    #expect(wrong.problems.map(\.code) == ["gs1.check-digit", "gs1.date"])
    #expect(wrong.problems.map(\.position) == [29, 36])
    #expect(
      SymbolValidator.validate("https://a.b/2026/01/15").canonical == "https://a.b/2026/01/15")
    let asked = SymbolValidator.validate(digitalLink: "https://a.b/2026/01/15")
    #expect(asked.problems.map(\.code) == ["gs1.length"])
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
    ("4006381333931 1", .ean13, "symbol.length"), ("4006381333932 12", .ean13, "gs1.check-digit"),
    ("21234565", .upcE, "gs1.upc-e"), ("A", .aztec, "symbol.no-rules"),
  ])
  func `what is wrong has a code`(text: String, symbology: Symbology, code: String) {
    #expect(SymbolValidator.validate(text, as: symbology).problems.map(\.code) == [code])
  }

  @Test func `UPC-E is expanded`() {
    #expect(SymbolValidator.validate("04252614", as: .upcE).canonical == "00042100005264")
  }

  @Test(arguments: [
    ("(01)09506000134352(10)AB-12", Symbology.gs1_128), ("]C10109506000134352", .gs1_128),
    ("]e00109506000134352", .databar), ("]d20109506000134352", .gs1DataMatrix),
    ("10AB\u{1D}0109506000134352", .gs1_128), ("]Q30109506000134352", .gs1_128),
    ("(99)x(05)y", .gs1_128), ("(1)x", .code128), ("(01x", .code128), ("]C0x", .code128),
  ])
  func `a GS1 message is known by its brackets, its identifier or its separators`(
    text: String, symbology: Symbology
  ) {
    #expect(SymbolValidator.validate(text).symbology == symbology)
  }

  @Test(arguments: ["(10)AB(01)09506000134352", "]C110AB\u{1D}0109506000134352"])
  func `the canonical form of a message has brackets`(text: String) {
    let validation = SymbolValidator.validate(text)
    #expect(validation.canonical == "(10)AB(01)09506000134352")
    #expect(validation.gs1.map(\.ai) == ["10", "01"])
  }

  @Test func `every problem of a message is named with its place`() {
    let validation = SymbolValidator.validate("(01)09506000134353(17)261301(37)5")
    #expect(!validation.valid && validation.canonical == nil && validation.gs1.count == 3)
    #expect(
      validation.problems.map(\.code) == [
        "gs1.excluded-ai", "gs1.check-digit", "gs1.date", "gs1.missing-ai",
      ])
    #expect(validation.problems.map(\.ai) == ["01", "01", "17", "37"])
    #expect(validation.problems.map(\.position) == [2, 18, 25, 30])
  }

  @Test func `more than GS1-128 holds is too long for it, and not for other symbologies`() {
    let text = "(01)09506000134352(10)12345678901234567890(21)12345678901234567890"
    let linear = SymbolValidator.validate(text, as: .gs1_128)
    #expect(linear.problems.map(\.code) == ["symbol.too-long"])
    #expect(SymbolValidator.validate(text, as: .gs1DataMatrix).valid)
  }

  @Test func `DataBar takes a GTIN with and without its identifier`() {
    for text in ["09506000134352", "(01)09506000134352"] {
      #expect(SymbolValidator.validate(text, as: .databar).valid)
    }
    #expect(!SymbolValidator.validate("09506000134353", as: .databar).valid)
  }
}
