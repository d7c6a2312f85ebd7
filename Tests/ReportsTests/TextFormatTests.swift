import Foundation
import Ledger
import Reports
import Testing

struct TextFormatTests {
  private func text(_ format: ReportFormat, _ report: StocktakeReport) throws -> String {
    try format.text(report, colours: false) { _ in nil }
  }

  /// Bars that separate cells: those without a backslash before them.
  private func cells(_ row: Substring) -> Int {
    row.replacing(#"\\"#, with: "").replacing(#"\|"#, with: "").count { $0 == "|" }
  }

  @Test(arguments: ["a|b", #"a\|b"#, #"ends in \"#, "two\nlines", "`code` | <b>", "plain"])
  func `every row of a Markdown table has as many cells as its header`(text: String) throws {
    let report = try SampleReport.with(code: text, name: text, location: text, person: text)
    let rows = try self.text(.md, report).split(separator: "\n", omittingEmptySubsequences: false)
    var expected: Int?
    var tables = 0
    for row in rows {
      guard row.hasPrefix("|") else {
        expected = nil
        continue
      }
      tables += expected == nil ? 1 : 0
      expected = expected ?? cells(row)
      #expect(cells(row) == expected, "\(row)")
      #expect(!row.contains("<"))
    }
    #expect(tables == 7)
  }

  @Test func `NDJSON has an object a line, with its kind and the keys of the JSON report`() throws {
    let report = try SampleReport.with(name: "two\nlines")
    let objects = try text(.ndjson, report).split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let kinds = objects.compactMap { $0["kind"] as? String }
    #expect(
      kinds == [
        "summary", "location", "line", "line", "line", "line", "line", "unknown", "ambiguous",
        "counter",
      ])
    #expect(objects.first?["hash"] as? String == report.hash)
    let lines = objects.filter { $0["kind"] as? String == "line" }
    #expect(lines.compactMap { $0["asset"] as? String } == report.lines.map(\.asset))
    #expect(lines.first?["name"] as? String == "two\nlines")
    #expect(objects[7]["class"] as? String == "foreign")
  }
}
