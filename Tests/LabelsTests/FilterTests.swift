import Barcodes
import Labels
import Testing

struct FilterTests {
  /// What a filter makes of a value, as the content of a symbol; empty values have a mark before them.
  private func filtered(_ value: String, _ filter: String) throws -> String {
    let renderer = try LabelRenderer(
      template("- qr-code: \"={name|\(filter)}\"\n  at: [4, 4]\n  size: 17"))
    let label = try renderer.render(["tag": "x", "name": value])
    return String(try #require(label.codes.first).text.dropFirst())
  }

  @Test(arguments: [
    ("12.5", "fixed:2", "12.50"), ("12.345", "fixed:2", "12.35"), ("12.344", "fixed:2", "12.34"),
    ("9.999", "fixed:2", "10.00"), ("999", "fixed:0", "999"), ("0.5", "fixed:0", "1"),
    ("-0.004", "fixed:2", "0.00"), ("-1.005", "fixed:2", "-1.01"), ("+007", "fixed:1", "7.0"),
    ("12345678901234567890.5", "fixed:1", "12345678901234567890.5"), (" 3 ", "fixed:1", "3.0"),
    ("", "fixed:2", ""), ("2026-11-21", "date:dd.MM.yyyy", "21.11.2026"),
    ("2026-11-21T08:05:09Z", "date:HH:mm:ss", "08:05:09"),
    ("2024-02-29", "date:yy/MM/dd", "24/02/29"),
    ("2026-11-21 23:59", "date:yyyyMMdd HHmm", "20261121 2359"), ("", "date:yyyy", ""),
  ])
  func `a value comes out as the filter says`(value: String, filter: String, text: String) throws {
    #expect(try filtered(value, filter) == text)
  }

  @Test(arguments: [
    ("12,50", "fixed:2"), ("1e3", "fixed:2"), ("12.", "fixed:2"), ("-", "fixed:2"),
    ("٣", "fixed:2"), ("21.11.2026", "date:yyyy"), ("2026-02-29", "date:yyyy"),
    ("2026-13-01", "date:yyyy"), ("2026-11-21T24:00", "date:yyyy"),
  ])
  func `a value that isn't what the filter takes refuses the row`(
    value: String, filter: String
  ) throws {
    let fault = try #require(throws: LabelFault.self) { try filtered(value, filter) }
    #expect(fault.code == "label.filter")
    #expect(fault.message.contains("the field “"))
    #expect(fault.message.contains("“\(value)”") && fault.message.contains("line"))
  }

  @Test(arguments: [
    "fixed", "fixed:", "fixed:x", "fixed:10", "date", "date:", "date:QQ", "date:--",
  ])
  func `a filter without what it needs is refused with the template`(filter: String) throws {
    let fault = try #require(throws: TemplateFault.self) { try filtered("1", filter) }
    #expect(fault.problems.map(\.code) == ["template.filter-unknown"])
  }
}
