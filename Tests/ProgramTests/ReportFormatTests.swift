import Foundation
import TestSupport
import Testing

/// The formats of the sample stocktake's report, by the built program.
struct ReportFormatTests {
  @Test func `the HTML report shows everything that was planted, with proof, and loads nothing`()
    throws
  {
    let tally = try Tally()
    let planted = try Planted()
    try tally.count(planted)
    #expect(
      try tally("stocktake", "report", "1", "--format", "html", "--out", "r.html").status == 0)
    let html = try tally.folder.read("r.html")
    let odd = ["misplaced", "unexpected", "cloned"].flatMap(planted.tags)
    let tags = ["found", "missing", "not_counted"].flatMap(planted.list) + odd
    for tag in tags { #expect(html.contains(">\(tag)<"), "\(tag)") }
    for tag in odd { #expect(html.contains("aria-label=\"Picture of \(tag)\""), "\(tag)") }
    #expect(html.contains(planted.objects("foreign")[0]["url"] as! String))
    // A crop for each line that was seen oddly, and one or two for the foreign label.
    let crops = html.components(separatedBy: "data:image/png;base64,").count - 1
    #expect((odd.count + 1...odd.count + 2).contains(crops))
    #expect(!html.contains("=\"http") && !html.contains("url(") && !html.contains("<script"))
    #expect(try tally("stocktake", "report", "1", "--format", "html").output == html)
    let hash = try tally("stocktake", "report", "1", "--format", "json").object["hash"] as? String
    #expect(html.contains(try #require(hash)))
  }

  @Test func `a crop is named by its hash in JSON, and the outline lies in it`() throws {
    let tally = try Tally()
    try tally.count(try Planted())
    let lines = try tally("stocktake", "report", "1", "--format", "ndjson").objects
      .filter { $0["kind"] as? String == "line" }
    let seen = lines.compactMap {
      ($0["decisive"] as? [String: Any])?["evidence"] as? [String: Any]
    }
    #expect(seen.count > 150)
    for evidence in seen {
      let corners = try #require(evidence["crop_polygon"] as? [[Int]])
      #expect((evidence["crop"] as? String)?.hasPrefix("sha256:") == true)
      #expect(corners.count == 4 && corners.joined().allSatisfy { (0...280).contains($0) })
    }
  }

  @Test func `the Markdown report names what needs attention`() throws {
    let tally = try Tally()
    let planted = try Planted()
    try tally.count(planted)
    let text = try tally("stocktake", "report", "1", "--format", "md").output
    for tag in planted.list("missing") { #expect(text.contains("| missing | \(tag) |")) }
    for tag in planted.tags("misplaced") { #expect(text.contains("| misplaced | \(tag) |")) }
  }
}
