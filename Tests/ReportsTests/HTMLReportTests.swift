import Diagnostics
import Ledger
import Reports
import Testing

struct HTMLReportTests {
  private func page(_ report: StocktakeReport) throws -> String {
    try ReportFormat.html.text(report, colours: false) { hash in
      hash == SampleReport.crop.hash ? SampleReport.crop : nil
    }
  }

  private static let hostile = [
    "<script>alert(1)</script>", #""><img src=x onerror="alert(1)">"#, "' onmouseover='alert(1)",
    "</style></svg></title><iframe>", "<!-- ]]> -->", "&lt;b&gt; &amp; &#60;",
    "\u{1B}[2J\u{0}\u{7}",
    "\u{202E}gnp.exe\u{2066}", "\u{FFFE}\u{FFFF}", "javascript:alert(1)", "a\nb\tc", "{{x}}${x}",
  ]

  @Test(arguments: hostile)
  func `a hostile text anywhere adds no element and no attribute`(text: String) throws {
    let usual = ParsedPage(try page(SampleReport.with()))
    let page = ParsedPage(
      try page(SampleReport.with(code: text, name: text, location: text, person: text)))
    #expect(usual.isWellFormed && page.isWellFormed)
    #expect(page.shape == usual.shape)
    #expect(page.count("script") == 0)
    let shown = SafeText.terminal(text).replacing("\u{FFFE}", with: "\u{FFFD}")
      .replacing("\u{FFFF}", with: "\u{FFFD}")
    #expect(page.text.contains(shown))
  }

  @Test func `the same report is the same bytes`() throws {
    #expect(try page(SampleReport.with()) == page(SampleReport.with()))
  }

  @Test func `nothing is loaded from outside`() throws {
    let page = ParsedPage(try page(SampleReport.with(code: "https://t.example/a")))
    let links = page.values(of: "href") + page.values(of: "src")
    #expect(!links.isEmpty && links.allSatisfy { $0.hasPrefix("data:") })
    #expect(page.values(of: "style").isEmpty)
    #expect(!page.text.contains("url(") && !page.text.contains("@import"))
  }

  @Test func `sightings that need a look come with crop and outline`() throws {
    let page = ParsedPage(try page(SampleReport.with()))
    // Misplaced, unexpected status, and the unknown code; what was found as booked needs none.
    #expect(page.count("image") == 3)
    #expect(page.values(of: "points").contains("4,4 30,4 30,16 4,16"))
    #expect(page.values(of: "viewBox").contains("0 0 40 20"))
  }

  @Test func `a crop that isn't kept is said to be missing, and the report goes on`() throws {
    let html = try ReportFormat.html.text(SampleReport.with(), colours: false) { _ in nil }
    let page = ParsedPage(html)
    #expect(page.isWellFormed && page.count("image") == 0)
    #expect(page.text.contains("the crop is not kept here"))
    #expect(page.text.contains("misplaced AST-000001"))
  }

  @Test func `a crop that is no PNG is not shown`() throws {
    let html = try ReportFormat.html.text(SampleReport.with(), colours: false) { _ in
      Crop(png: Array("GIF89a, and more than its header".utf8))
    }
    #expect(ParsedPage(html).count("image") == 0)
  }

  @Test func `the parts of a bar are the counts of the location`() throws {
    let page = ParsedPage(try page(SampleReport.with()))
    let parts = page.elements.filter { $0.name == "rect" && $0.attributes["x"] != nil }
    #expect(
      parts.map { $0.attributes["class"] } == ["found", "misplaced", "missing", "not-counted"])
    #expect(parts.map { $0.attributes["x"] } == ["0", "1", "2", "3"])
  }
}
