import Foundation
import TestSupport
import Testing

@testable import Labels

/// Batches that become one document.
struct PDFBatchTests {
  private let folder: TemporaryFolder
  private let tag: LabelTemplate

  init() throws {
    folder = try TemporaryFolder()
    tag = try tagTemplate()
  }

  private func run(
    _ csv: String, _ name: String = "labels.pdf", on sheet: String? = "avery-l7160", start: Int = 1,
    jobs: Int = 1, copies: Int? = nil
  ) throws -> LabelBatch.Progress {
    let placing = try sheet.map { try SheetPlacing(try LabelSheet.find($0), start: start) }
    let batch = LabelBatch(
      tag, to: .document(folder.path(name), placing),
      LabelBatch.Settings(jobs: jobs, copies: copies))
    return try batch.run(.table(try reader(csv)))
  }

  /// Page and place of each line of a manifest; nil for refused rows.
  private func places(_ name: String = "labels.pdf") throws -> [String?] {
    try folder.read(name + ".manifest.ndjson").split(separator: "\n").map { line in
      guard let start = line.range(of: #""page":"#) else { return nil }
      return String(line[start.upperBound...].prefix { $0 != "}" }.prefix { $0 != "t" })
        .replacingOccurrences(of: #","place":"#, with: " ")
        .trimmingCharacters(in: CharacterSet(charactersIn: ",\""))
    }
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `refused rows leave no hole, and copies take places`() throws {
    let csv = "tag,name\nA,Chair\n,Desk\nC,日\nD,Lamp\nE,Stool\n"
    let done = try run(csv, start: 18, copies: 2)
    #expect(done == LabelBatch.Progress(rows: 5, failed: 2, labels: 6))
    #expect(try places() == ["1 18", "1 19", nil, nil, "1 20", "1 21", "2 1", "2 2"])
    #expect(try files() == ["labels.pdf", "labels.pdf.manifest.ndjson"])
  }

  @Test func `a sheet that is too small refuses the batch, and nothing is written`() throws {
    let fault = try #require(throws: LabelFault.self) {
      try run("tag,name\nA,Chair\n", on: "avery-l7651")
    }
    #expect(fault.code == "sheet.too-small")
    #expect(try files().isEmpty)
  }

  @Test func `without a label there is no document`() throws {
    let done = try run("tag,name\n,Chair\n")
    #expect(done.labels == 0 && done.failed == 1)
    #expect(try files() == ["labels.pdf.manifest.ndjson"])
  }

  @Test func `the same rows give the same bytes with one job and with three`() throws {
    let names = ["Chair ﬁ", "Bürostuhl", "كرسي", "Łóżko", "Стул", "ghế", "é̂", "שולחן"]
    let csv =
      "tag,name\n" + (1...400).map { "T-\($0),\(names[$0 * 7 % names.count])\n" }.joined()
    let one = try run(csv, "one.pdf")
    let three = try run(csv, "three.pdf", jobs: 3)
    #expect(one == three && one.labels == 400)
    #expect(try folder.bytes("one.pdf") == folder.bytes("three.pdf"))
    // The size of a document without a sheet: as many pages as labels.
    _ = try run(csv, "alone.pdf", on: nil)
    _ = try run(csv, "alone-again.pdf", on: nil, jobs: 2)
    #expect(try folder.bytes("alone.pdf") == folder.bytes("alone-again.pdf"))
  }

  @Test(.enabled(if: PDFSample.isPossible, PDFSample.needs))
  func `10,000 labels are 477 pages of 21`() throws {
    let csv = "tag,name\n" + (1...10_000).map { "T-\($0),Thing \($0)\n" }.joined()
    #expect(try run(csv, jobs: 2).labels == 10_000)
    let pdfinfo = try #require(Program.tool("pdfinfo"))
    #expect(try pdfinfo.run([folder.path("labels.pdf")]).output.contains("Pages:           477"))
    let qpdf = try #require(Program.tool("qpdf"))
    #expect(try qpdf.run(["--check", folder.path("labels.pdf")]).status == 0)
    let pdftotext = try #require(Program.tool("pdftotext"))
    let text = try pdftotext.run(["-f", "477", "-l", "477", folder.path("labels.pdf"), "-"]).output
    #expect(text.contains("Thing 10000") && text.contains("Thing 9997"))
    #expect(!text.contains("Thing 9996"))
  }
}
