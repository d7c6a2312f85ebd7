import Foundation
import TestSupport
import Testing

/// Labels on sheets and pages, as people print them.
struct LabelSheetTests {
  /// From small to large: the first that a template fits on is taken.
  private static let sheets = [
    "avery-l7651", "avery-l7160", "zweckform-3425", "zweckform-3426", "zweckform-3483",
  ]

  private func render(_ arguments: [String], input: String? = nil) throws -> Program.Result {
    try Tally.program.run(["label", "render", "--format", "pdf"] + arguments, input: input)
  }

  @Test(
    .enabled(if: Program.tool("pdftoppm") != nil, "poppler-utils isn't installed"),
    arguments: ShippedTemplateTests.rows.keys.sorted())
  func `a shipped template on a sheet is read back completely`(name: String) throws {
    let folder = try TemporaryFolder()
    let out = folder.path("labels.pdf")
    let row = ShippedTemplateTests.rows[name] ?? ""
    let rows = row.isEmpty ? ["--count", "4"] : ["--data", "-", "--copies", "4"]
    let fitting = try Self.sheets.first { sheet in
      let result = try render(
        ["--template", ProjectFolder.path("templates/\(name).yaml"), "--sheet", sheet, "--out", out]
          + rows, input: row)
      return result.status == 0
    }
    #expect(fitting != nil)
    let manifest = try folder.read("labels.pdf.manifest.ndjson").split(separator: "\n")
    let wanted = manifest.reduce(0) { $0 + $1.components(separatedBy: #""symbology""#).count - 1 }
    #expect(manifest.count == 4)
    let scan = try Tally.program.run(
      ["scan", "--format", "csv", "--effort", "thorough", "--symbologies", Self.all, out])
    let read = scan.lines.dropFirst().count
    #expect(read == wanted, "\(scan.output)")
  }

  /// All that templates write.
  private static let all =
    "qr-code,code-128,gs1-128,ean-13,itf,itf-14,data-matrix,gs1-data-matrix,code-39"

  @Test func `what doesn't go together is refused with what would`() throws {
    let folder = try TemporaryFolder()
    let out = folder.path("labels.pdf")
    let tag = ["--template", ProjectFolder.path("templates/small-part.yaml"), "--data", "-"]
    let row = #"{"tag":"AST-000017","name":"x"}"#
    let cases: [([String], Int32, String)] = [
      (["--sheet", "avery-l7116"], 2, "Did you mean avery-l71"),
      (["--sheet", "avery-l7160", "--start-at", "22"], 2, "21 labels"),
      (["--start-at", "2"], 2, "--sheet"),
      (["--sheet-offset", "1"], 64, "two numbers X,Y"),
      (["--sheet-scale", "10"], 64, "50 to 150"),
      (["--sheet", "avery-l7160", "--resume"], 64, "made anew"),
    ]
    for (options, status, words) in cases {
      let result = try render(tag + ["--out", out] + options, input: row)
      #expect(result.status == status && result.errors.contains(words), "\(result.errors)")
    }
    let png = try Tally.program.run(
      ["label", "render", "--sheet", "avery-l7160", "--out", out] + tag, input: row)
    #expect(png.status == 64 && png.errors.contains("--format pdf"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `the sheets are listed, and one's page is made`() throws {
    let listed = try Tally.program.run(["label", "sheets", "--format", "csv"])
    #expect(listed.lines.first == "name,page,labels,columns,rows,width,height,aliases")
    #expect(listed.lines.contains { $0.hasPrefix("avery-l7160,a4,21,3,7,63.5,38.1,avery-j8160") })
    let folder = try TemporaryFolder()
    let made = try Tally.program.run(
      ["label", "sheets", "--calibration", "avery-5160", "--out", folder.path("page.pdf")])
    #expect(made.status == 0)
    #expect(try folder.bytes("page.pdf").starts(with: Array("%PDF-1.7".utf8)))
  }
}
