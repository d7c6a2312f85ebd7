import GS1
import TestSupport
import Testing

struct GS1MessageTests {
  @Test func `a scanned message is taken apart at predefined lengths and separators`() {
    let message = GS1Message(scanned: "]C1010950600013435210AB-12\u{1D}17261130")
    #expect(message.elements.map(\.ai) == ["01", "10", "17"])
    #expect(message.elements.map(\.title) == ["GTIN", "BATCH/LOT", "USE BY or EXPIRY"])
    #expect(message.elements.map(\.value) == ["09506000134352", "AB-12", "261130"])
    #expect(message.isValid)
    #expect(message.bracketed == "(01)09506000134352(10)AB-12(17)261130")
    #expect(message["10"] == "AB-12" && message["21"] == nil)
  }

  @Test func `a separator stands only where one is needed`() {
    let message = GS1Message("(10)AB-12(01)09506000134352(3103)000189(21)S1")
    #expect(message.scanned == "10AB-12\u{1D}0109506000134352310300018921S1")
    #expect(GS1Message(scanned: message.scanned).elements == message.elements)
  }

  @Test(arguments: [
    "\u{1D}0109506000134352", "]d2\u{1D}0109506000134352", "0109506000134352\u{1D}",
    "0109506000134352\u{1D}10A", "]e00109506000134352",
  ])
  func `readers may send FNC1 where it isn't needed`(text: String) {
    #expect(GS1Message(scanned: text).isValid)
    #expect(GS1Message(scanned: text)["01"] == "09506000134352")
  }

  @Test func `a wrong check digit is named with identifier, place, and what was expected`() throws {
    let message = GS1Message(scanned: "10AB\u{1D}0109506000134353")
    let problem = try #require(message.problems.first)
    #expect(message.problems.count == 1)
    #expect(problem.code == "gs1.check-digit" && problem.ai == "01" && problem.position == 21)
    #expect(problem.got == "3" && problem.expected == "2")
    #expect(problem.message == "AI (01) GTIN, character 21: got “3”, expected 2.")
    #expect(message.elements.count == 2)
  }

  // Each with the code, the identifier and the place of the only problem.
  @Test(arguments: [
    ("(01)0950600013435", "gs1.length", "01", 18), ("(01)095060001343521", "gs1.length", "01", 19),
    ("(01)09506000134352(10)", "gs1.length", "10", 23),
    ("(01)09506000134352(10)A$B", "gs1.character", "10", 24),
    ("(01)09506000134352(17)261301", "gs1.date", "17", 25),
    ("(01)09506000134352(17)260230", "gs1.date", "17", 27),
    ("(01)09506000134352(422)999", "gs1.country", "422", 24),
    ("(01)09506000134352(10)A(10)B", "gs1.repeated-ai", "10", 25),
    ("(01)09506000134352(37)5(02)09506000134352", "gs1.excluded-ai", "01", 2),
    ("(10)AB", "gs1.missing-ai", "10", 2), ("(8008)261130", "gs1.length", "8008", 13),
    ("(00)395060001343523015", "gs1.check-digit", "00", 22),
    ("(01)09506000134352(8001)00000000000", "gs1.zero", "8001", 25),
  ])
  func `what is wrong has a code, an identifier and a place`(
    text: String, code: String, ai: String, position: Int
  ) {
    let problems = GS1Message(text).problems
    #expect(
      problems.contains { $0.code == code && $0.ai == ai && $0.position == position },
      "\(problems)")
  }

  @Test func `a code that is on no list is named, and no sign of a broken form`() {
    let unlisted = GS1Message("(01)09506000134352(422)999")
    #expect(unlisted.problems.map(\.code) == ["gs1.country"])
    #expect(unlisted.problems.map(\.isOfForm) == [false])
    #expect(GS1Message("(01)09506000134353").problems.map(\.isOfForm) == [true])
  }

  @Test func `an unknown identifier is an element with a problem`() throws {
    let message = GS1Message(scanned: "0109506000134352" + "4399XYZ\u{1D}10A")
    #expect(message.elements.map(\.ai) == ["01", "4399", "10"])
    #expect(message.elements[1].value == "XYZ" && message.elements[1].title.isEmpty)
    #expect(message.problems.map(\.code) == ["gs1.unknown-ai"])
    #expect(message.problems.map(\.position) == [17])
    #expect(message.scanned == "01095060001343524399XYZ\u{1D}10A")
  }

  @Test func `after what is no identifier, reading goes on behind the next separator`() {
    let message = GS1Message(scanned: "ABC\u{1D}0109506000134352")
    #expect(message.elements.map(\.ai) == ["01"])
    #expect(message.problems.map(\.code) == ["gs1.unknown-ai"])
  }

  @Test func `nothing is no message`() {
    #expect(GS1Message(scanned: "").problems.map(\.code) == ["gs1.empty"])
    #expect(GS1Message(bracketed: "").problems.map(\.code) == ["gs1.bracket"])
    #expect(GS1Message("01(10)A").problems.isEmpty == false)
  }

  @Test func `a bracket in a value is kept`() {
    let message = GS1Message("(01)09506000134352(10)A(B)(5)\\(10)C(21)7")
    #expect(message.elements.map(\.value) == ["09506000134352", "A(B)(5)(10)C", "7"])
    #expect(message.isValid)
    #expect(GS1Message(message.bracketed).elements == message.elements)
    #expect(GS1Message(scanned: message.scanned).elements == message.elements)
  }

  @Test func `behind an escaped bracket places are still those of the text`() {
    let message = GS1Message("(01)09506000134352(10)\\(21)$")
    #expect(message.problems.map(\.position) == [28])
    #expect(GS1Message("(01)09506000134352(10)$\\(21)").problems.map(\.position) == [23])
  }

  @Test(arguments: [
    ("261130", 2026, 2026, 11, 30), ("760101", 2026, 2076, 1, 1), ("770101", 2026, 1977, 1, 1),
    ("000229", 2026, 2000, 2, 29), ("490101", 2099, 2149, 1, 1), ("480101", 1997, 1948, 1, 1),
    ("260200", 2026, 2026, 2, nil),
  ])
  func `the century of a date slides`(
    text: String, now: Int, year: Int, month: Int, day: Int?
  ) throws {
    let date = try #require(GS1Date(yymmdd: text, currentYear: now))
    #expect(date.year == year && date.month == month && date.day == day)
  }

  @Test(arguments: ["261301", "260001", "260431", "250229", "2601", "26O101", "26010١"])
  func `what is no date is none`(text: String) {
    #expect(GS1Date(yymmdd: text, currentYear: 2026) == nil)
  }
}
