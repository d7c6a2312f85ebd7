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

  @Test func `a PDF without labels leaves none of an earlier run`() throws {
    let first = try render("--data", "rows.csv", "--format", "pdf", "--out", "tags.pdf")
    #expect(first.status == 0)
    try tally.folder.write("bad.csv", "tag,name\nnot a tag,x\n")
    let second = try render("--data", "bad.csv", "--format", "pdf", "--out", "tags.pdf")
    #expect(second.status == 1)
    #expect(!FileManager.default.fileExists(atPath: tally.folder.path("tags.pdf")))
  }

  @Test func `a control character is refused by its name`() throws {
    try tally.folder.write("bell.csv", "tag,name\nAST-000001,a\u{7}b\n")
    let result = try render("--data", "bell.csv", "--out", "labels")
    #expect(result.status == 1 && result.errors.contains("control character “\\u{7}”"))
  }

  @Test func `below the bars a bracket of a value stands as it is`() throws {
    try tally.folder.write(
      "t.yaml",
      """
      name: t
      size: [120, 30]
      file: a
      fields: {lot: {required: true}}
      elements:
        - gs1-128: "(01)09506000134352(10){lot}"
          at: [10, 3]
          size: [100, 20]
      """)
    try tally.folder.write("lots.csv", "lot\nA(17)26\n")
    let svg = try tally.run([
      "label", "render", "--template", "t.yaml", "--data", "lots.csv", "--format", "svg", "--out",
      "labels", "--verify",
    ])
    #expect(svg.status == 0, "\(svg.errors)")
    let text = try String(contentsOfFile: tally.folder.path("labels/a.svg"), encoding: .utf8)
    #expect(text.contains("(01)09506000134352(10)A(17)26<"))
    let manifest = try String(
      contentsOfFile: tally.folder.path("labels/manifest.ndjson"), encoding: .utf8)
    #expect(manifest.contains(#"A\\(17)26"#) && manifest.contains(#""verified":true"#))
  }
}
