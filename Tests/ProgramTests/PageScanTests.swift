import Foundation
import Imaging
import Testing
import TestSupport

/// Files with several pages, from end to end.
@Suite(.enabled(if: Program.tool("convert") != nil))
struct PageScanTests {
  private let tally: Tally

  init() throws {
    tally = try Tally()
    for text in ["first", "second"] {
      let made = try tally("encode", "qr-code", text, "--format", "png", "--out", "\(text).png")
      try #require(made.status == 0)
    }
  }

  private func convert(_ arguments: String...) throws {
    let result = try #require(Program.tool("convert")).run(arguments, in: tally.folder.path)
    try #require(result.status == 0, "\(result.errors)")
  }

  @Test func `symbols of a TIFF tell their page, those of a single picture don't`() throws {
    try convert("first.png", "second.png", "first.png", "pages.tiff")
    let result = try tally("scan", "pages.tiff", "first.png", "--format", "ndjson")
    #expect(result.status == 0)
    let objects = result.objects
    let symbols = try #require(objects[0]["symbols"] as? [[String: Any]])
    #expect(symbols.map { $0["text"] as? String } == ["first", "second", "first"])
    #expect(symbols.map { $0["page"] as? Int } == [1, 2, 3])
    #expect(objects[0]["pages"] as? Int == 3 && objects[0]["pages_left_out"] as? Int == 0)
    let single = try #require(objects[1]["symbols"] as? [[String: Any]])
    #expect(single.count == 1 && single[0]["page"] == nil && objects[1]["pages"] == nil)
    let table = try tally("scan", "pages.tiff", "--format", "table")
    #expect(table.output.contains("page 2"))
  }

  @Test func `a code in many frames of an animation is one code`() throws {
    try convert(
      "first.png", "first.png", "first.png", "second.png", "-repage", "0x0", "-gravity", "center",
      "-background", "white", "-extent", "200x200", "-loop", "0", "frames.gif")
    let symbols = try #require(
      try tally("scan", "frames.gif").objects[0]["symbols"] as? [[String: Any]])
    #expect(symbols.map { $0["text"] as? String } == ["first", "second"])
    #expect(symbols.map { $0["page"] as? Int } == [1, 4])
  }

  @Test func `frames beyond the limit are told`() throws {
    try convert("first.png", "-duplicate", "59", "-loop", "0", "long.gif")
    let result = try tally("scan", "long.gif")
    #expect(result.objects[0]["pages"] as? Int == 60)
    #expect(result.objects[0]["pages_left_out"] as? Int == 10)
    #expect(result.errors.contains("only the first 50 of 60 pages were read"))
  }

  @Test func `each page has an annotated copy`() throws {
    try convert("first.png", "second.png", "pages.tiff")
    #expect(try tally("scan", "pages.tiff", "--annotate", "marked").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: tally.folder.path("marked"))
    #expect(Set(names) == ["pages.tiff.page-1.png", "pages.tiff.page-2.png"])
  }

  @Test func `without its converter a PDF is named with what to install`() throws {
    try tally.folder.write("-r.pdf", "%PDF-1.4\n")
    let result = try Tally.program.run(
      ["scan", "--format", "ndjson", tally.folder.path("-r.pdf")],
      environment: ["PATH": "/nonexistent"])
    #expect(result.status == 1)
    let error = try #require(result.objects[0]["error"] as? [String: Any])
    #expect(error["code"] as? String == "image.no-converter")
    #expect((error["message"] as? String)?.contains("poppler-utils") == true)
    let version = try Tally.program.run(["--version"], environment: ["PATH": "/nonexistent"])
    #expect(version.output.contains("PDF (needs poppler-utils)"))
    #expect(version.output.contains("HEIC (needs libheif-examples)"))
  }
}
