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
    let wanted = try renderFour(name, into: folder)
    let scan = try Tally.program.run(
      [
        "scan", "--format", "csv", "--effort", "thorough", "--symbologies", Self.all,
        folder.path("labels.pdf"),
      ])
    let read = scan.lines.dropFirst().count
    // libdmtx looks for a limited time, and of many on a page it doesn't find all: zxing-cpp does below.
    let isDataMatrix = ["cable-flag", "small-part"].contains(name)
    #expect(isDataMatrix ? read >= 1 : read == wanted, "\(scan.output)")
  }

  @Test(.enabled(if: zxing != nil, "Python has no zxing-cpp, or poppler-utils isn't installed"))
  func `zxing reads every symbol of the shipped templates on sheets`() throws {
    let pdftoppm = try #require(Program.tool("pdftoppm"))
    for name in ShippedTemplateTests.rows.keys.sorted() {
      let folder = try TemporaryFolder()
      let wanted = try renderFour(name, into: folder)
      let page = folder.path("page")
      _ = try pdftoppm.run(["-r", "300", "-gray", "-singlefile", folder.path("labels.pdf"), page])
      let result = try #require(Self.zxing).run(["-c", Self.script, page + ".pgm"])
      #expect(result.output == "\(wanted)\n", "\(name): \(result.errors)")
    }
  }

  private static let script = """
    import sys, zxingcpp
    from PIL import Image
    print(len(zxingcpp.read_barcodes(Image.open(sys.argv[1]))))
    """
  private static let zxing: Program? = {
    guard Program.tool("pdftoppm") != nil, let python = Program.tool("python3"),
      let result = try? python.run(["-c", "import zxingcpp, PIL"]), result.status == 0
    else { return nil }
    return python
  }()

  /// Renders four labels of a shipped template on the first sheet that they fit on; how many
  /// symbols they have.
  private func renderFour(_ name: String, into folder: TemporaryFolder) throws -> Int {
    let row = ShippedTemplateTests.rows[name] ?? ""
    let rows = row.isEmpty ? ["--count", "4"] : ["--data", "-", "--copies", "4"]
    let fitting = try Self.sheets.first { sheet in
      let result = try render(
        [
          "--template", ProjectFolder.path("templates/\(name).yaml"), "--sheet", sheet, "--out",
          folder.path("labels.pdf"),
        ] + rows, input: row)
      return result.status == 0
    }
    #expect(fitting != nil, "\(name)")
    let manifest = try folder.read("labels.pdf.manifest.ndjson").split(separator: "\n")
    #expect(manifest.count == 4, "\(name)")
    return manifest.reduce(0) { $0 + $1.components(separatedBy: #""symbology""#).count - 1 }
  }

  /// All that templates write.
  private static let all =
    "qr-code,code-128,gs1-128,ean-13,itf,data-matrix,gs1-data-matrix,code-39"

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
