import Foundation
import Imaging
@testable import Labels
import TestSupport
import Testing

/// A PDF of labels that a test made, and what other programs say about it.
struct PDFSample {
  let folder: TemporaryFolder
  let path: String
  let template: LabelTemplate

  /// The labels of rows, one a page, or on the places of a layout.
  init(
    _ template: LabelTemplate, _ rows: [[String: String]],
    layout: ((Int, Int) throws -> PageLayout)? = nil
  ) throws {
    folder = try TemporaryFolder()
    path = folder.path("labels.pdf")
    self.template = template
    let renderer = try LabelRenderer(template)
    let uses = PDFFontUses()
    let painter = try PDFPainter(template, uses: uses)
    let blank = try renderer.arrange(rows[0])
    let pages = try PDFLabelPages(
      OutputFile(path),
      try layout?(blank.width, blank.height)
        ?? PageLayout(label: (blank.width, blank.height), dpi: template.dpi),
      background: try painter.paint(blank.background))
    for row in rows {
      let content = try painter.paint(try renderer.arrange(row))
      try pages.add(content.bytes.bytes, content.images)
    }
    _ = try pages.finish(uses.all, title: template.name)
  }

  var bytes: [UInt8] { get throws { try folder.bytes("labels.pdf") } }

  /// What qpdf finds wrong with it; empty where it finds nothing.
  func complaints() throws -> String {
    let qpdf = try #require(Program.tool("qpdf"))
    let result = try qpdf.run(["--check", path])
    return result.status == 0 && !result.output.contains("WARNING")
      ? "" : result.output + result.errors
  }

  /// The text that a reader of the document copies.
  func text(page: Int = 1) throws -> String {
    let pdftotext = try #require(Program.tool("pdftotext"))
    return try pdftotext.run(["-f", "\(page)", "-l", "\(page)", path, "-"]).output
  }

  /// A page in grey, rendered by poppler.
  func rendered(page: Int = 1, dpi: Int? = nil, smooth: Bool = false) throws -> GrayImage {
    let pdftoppm = try #require(Program.tool("pdftoppm"))
    let smoothing = smooth ? [] : ["-aaVector", "no", "-aa", "no"]
    let result = try pdftoppm.run(
      ["-r", "\(dpi ?? template.dpi)", "-gray", "-f", "\(page)", "-l", "\(page)", "-singlefile"]
        + smoothing + [path, folder.path("page")])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    return try ImageLoader.load(path: folder.path("page.pgm")).image
  }

  /// Whether the programs that look at it are installed.
  static let isPossible = ["qpdf", "pdftotext", "pdftoppm"].allSatisfy { Program.tool($0) != nil }
  static let needs = "qpdf and poppler-utils aren't installed" as Comment
}

extension LabelRenderer {
  func arrange(_ values: [String: String]) throws -> ArrangedLabel {
    try arrange(template.fields.map { values[$0.name] ?? $0.standard })
  }
}
