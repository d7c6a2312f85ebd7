import Foundation
import Imaging
import TestSupport
import Testing

/// The pictures of the README's gallery, drawn once more.
///
/// `RECORD_SNAPSHOTS=1` writes them anew, and fails all the same, so that nobody records unawares.
struct GalleryTests {
  private static let pictures = ProjectFolder.path("docs/pictures/labels")
  private static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: ProjectFolder.path("templates"))
    return (files ?? []).map { $0.replacing(".yaml", with: "") }.sorted()
  }()
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  @Test(arguments: names)
  func `a template's picture is what its preview draws`(name: String) throws {
    let folder = try TemporaryFolder()
    let preview = folder.path("preview.png")
    let result = try Tally.program.run([
      "label", "preview", "--template", ProjectFolder.path("templates/\(name).yaml"), "--out",
      preview,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let kept = "\(Self.pictures)/\(name).png"
    if Self.isRecording {
      try FileManager.default.createDirectory(
        atPath: Self.pictures, withIntermediateDirectories: true)
      try Data(contentsOf: URL(fileURLWithPath: preview)).write(to: URL(fileURLWithPath: kept))
      Issue.record("\(name).png was recorded; look at it, then run without RECORD_SNAPSHOTS.")
    }
    let isEqual = try ImageLoader.load(path: preview).image == ImageLoader.load(path: kept).image
    #expect(isEqual, "docs/pictures/labels/\(name).png isn't what the template looks like")
  }

  @Test func `each template is in the README, with its picture`() throws {
    let readme = try String(contentsOfFile: ProjectFolder.path("README.md"), encoding: .utf8)
    for name in Self.names {
      #expect(readme.contains("docs/pictures/labels/\(name).png"), "\(name)")
    }
    #expect(Self.names.count >= 12)
  }
}

struct PreviewTests {
  @Test func `a preview shows the row that is asked for, in the format of the file's ending`()
    throws
  {
    let tally = try Tally()
    try tally.folder.write("rows.csv", "tag,name\nAST-000001,Desk\nAST-000002,Lamp\n")
    let template = ProjectFolder.path("templates/asset-tag.yaml")
    for (ending, start) in [
      ("png", "\u{FFFD}PNG"), ("svg", "<svg "), ("pdf", "%PDF-1.7"), ("zpl", "^XA"),
    ] {
      let result = try tally(
        "label", "preview", "--template", template, "--data", "rows.csv", "--row", "2", "--out",
        "tag.\(ending)")
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: tally.folder.path("tag.\(ending)")))
      #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(start))
    }
    let scan = try tally("scan", "tag.png", "--format", "csv")
    #expect(scan.output.contains("AST-000002"))
    if let pdftotext = Program.tool("pdftotext") {
      #expect(try pdftotext.run([tally.folder.path("tag.pdf"), "-"]).output.contains("Lamp"))
    }
  }

  @Test func `a row or a format that there isn't is refused by name`() throws {
    let tally = try Tally()
    try tally.folder.write("rows.csv", "tag,name\nAST-000001,Desk\n")
    let template = ProjectFolder.path("templates/asset-tag.yaml")
    let row = try tally(
      "label", "preview", "--template", template, "--data", "rows.csv", "--row", "2", "--out",
      "t.png")
    #expect(row.status == 2 && row.errors.contains("rows.csv has 1 row, and no row 2"))
    let ending = try tally("label", "preview", "--template", template, "--out", "t.jpg")
    #expect(ending.status == 64 && ending.errors.contains(".png, .svg, .pdf or .zpl"))
  }
}
