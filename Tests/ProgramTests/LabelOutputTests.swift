import Foundation
import TestSupport
import Testing

/// Where labels may be written to.
struct LabelOutputTests {
  private let tally: Tally

  init() throws {
    tally = try Tally()
    try tally.folder.write("rows.csv", "tag,name\nAST-000001,Ấn Độ\n")
  }

  private func render(_ arguments: String...) throws -> Program.Result {
    try tally.run(
      ["label", "render", "--template", ProjectFolder.path("templates/asset-tag-small.yaml")]
        + arguments)
  }

  @Test(arguments: ["rows.csv", "./rows.csv"])
  func `the table isn't written over while it is read`(out: String) throws {
    for format in ["zpl", "pdf"] {
      let result = try render("--data", "rows.csv", "--format", format, "--out", out)
      #expect(result.status == 2 && result.errors.contains("would be written over"))
    }
    let kept = try String(contentsOfFile: tally.folder.path("rows.csv"), encoding: .utf8)
    #expect(kept.hasPrefix("tag,name"))
  }

  @Test func `standard output is no place for labels`() throws {
    let result = try render("--data", "rows.csv", "--format", "zpl", "--out", "-")
    #expect(result.status == 64)
  }

  @Test func `accents on capital letters stay inside their box`() throws {
    let result = try render("--data", "rows.csv", "--out", "labels", "--verify")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func `a correction may be negative`() throws {
    let result = try render(
      "--data", "rows.csv", "--format", "pdf", "--out", "tags.pdf", "--sheet", "avery-l7160",
      "--sheet-offset", "-0.5,-1")
    #expect(result.status == 0, "\(result.errors)")
  }
}
