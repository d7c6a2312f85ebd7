import Barcodes
import GS1
import Imaging
import Scanning
import TestSupport
import Testing

/// Symbols with GS1 content, as zint writes them.
@Suite(.enabled(if: Zint.isInstalled, "zint is not installed"))
struct GS1ContentTests {
  private func scan(_ kind: String, _ data: String, _ more: String...) throws -> ScannedSymbol {
    let scanner = SymbolScanner(symbologies: Set(Symbology.allCases).subtracting([.isbn]))
    let symbols = scanner.scan(try Zint.picture(["-b", kind, "-d", data] + more))
    #expect(symbols.count == 1)
    return try #require(symbols.first)
  }

  @Test func `Code 128 with FNC1 first is GS1-128, its element strings have brackets`() throws {
    let symbol = try scan("GS1_128", "[10]AB-12[01]09506000134352")
    #expect(symbol.symbology == .gs1_128 && symbol.identifier == "]C1")
    #expect(symbol.payload == "]C110AB-12\u{1D}0109506000134352")
    #expect(symbol.text == "(10)AB-12(01)09506000134352")
    #expect(symbol.gs1.map(\.ai) == ["10", "01"])
    #expect(symbol.gs1.map(\.title) == ["BATCH/LOT", "GTIN"])
    #expect(symbol.gs1.map(\.value) == ["AB-12", "09506000134352"])
    #expect(symbol.valid && symbol.problems.isEmpty)
  }

  @Test func `a wrong check digit makes a symbol invalid, and nothing is lost`() throws {
    // zint warns of the check digit and writes the symbol all the same.
    let symbol = try scan("GS1_128", "[10]AB-12[01]09506000134353", "--gs1nocheck")
    #expect(symbol.text == "(10)AB-12(01)09506000134353" && !symbol.valid)
    let problem = try #require(symbol.problems.first)
    #expect(symbol.problems.count == 1)
    #expect(problem.code == "gs1.check-digit" && problem.ai == "01")
    let position = try #require(problem.position)
    #expect(Array(symbol.payload)[position - 1] == "3" && position == symbol.payload.count)
  }

  @Test func `what can't be taken apart is shown with its separators`() throws {
    let symbol = try scan("GS1_128", "[10]AB[05]X", "--gs1nocheck")
    #expect(symbol.text == "10AB<GS>05X" && !symbol.valid)
    #expect(symbol.gs1.map(\.ai) == ["10"])
    #expect(symbol.problems.map(\.code).contains("gs1.unknown-ai"))
  }

  @Test func `an identifier whose partner may be on another symbol is valid, with a remark`() throws
  {
    let symbol = try scan("GS1_128", "[10]AB-12")
    #expect(symbol.valid && symbol.problems.map(\.code) == ["gs1.missing-ai"])
  }

  @Test func `DataBar holds a GTIN`() throws {
    let symbol = try scan("DBAR_OMN", "0950600013435")
    #expect(symbol.symbology == .databar && symbol.text == "(01)09506000134352")
    #expect(symbol.payload == "]e00109506000134352")
    #expect(symbol.gs1 == [ElementString(ai: "01", value: "09506000134352")] && symbol.valid)
  }

  @Test(arguments: [
    "[01]09506000134352[10]AB-12[17]300101", "[01]90012345678908[3103]001750",
    "[01]90012345678908[3922]795", "[01]09506000134352[8005]000123[10]x",
  ])
  func `DataBar Expanded holds element strings`(data: String) throws {
    let symbol = try scan("DBAR_EXP", data)
    #expect(symbol.symbology == .databarExpanded && symbol.identifier == "]e0")
    #expect(symbol.text == data.replacing("[", with: "(").replacing("]", with: ")"))
    #expect(symbol.gs1 == GS1Message(symbol.text).elements)
    #expect(symbol.payload == "]e0" + GS1Message(symbol.text).scanned)
    #expect(symbol.valid)
  }

  /// zbar takes digits behind FNC1 for letters where letters stood before it.
  @Test func `what zbar garbles isn't passed as valid`() throws {
    let symbol = try scan("DBAR_EXP", "[10]12A[21]S1")
    #expect(!symbol.valid || symbol.text == "(10)12A(21)S1")
  }

  @Test func `a stacked DataBar Expanded is one symbol`() throws {
    let data = "[01]09506000134352[10]AB-12[17]300101"
    let symbol = try scan("DBAR_EXPSTK", data, "--cols=4")
    #expect(symbol.symbology == .databarExpanded)
    #expect(symbol.text == "(01)09506000134352(10)AB-12(17)300101" && symbol.valid)
  }

  @Test(arguments: ["[01]09506000134352[10]AB-12[21]7", "[01]09506000134352[10]a%b[21]c"])
  func `a QR Code with FNC1 first holds element strings`(data: String) throws {
    let symbol = try scan("QRCODE", data, "--gs1")
    #expect(symbol.symbology == .qrCode && symbol.identifier == "]Q3")
    #expect(symbol.text == data.replacing("[", with: "(").replacing("]", with: ")"))
    #expect(symbol.gs1.count == 3 && symbol.valid)
  }

  @Test func `a QR Code without FNC1 is text, whatever it looks like`() throws {
    let symbol = try scan("QRCODE", "(01)09506000134353")
    #expect(symbol.gs1.isEmpty && symbol.valid && symbol.text == "(01)09506000134353")
  }
}
