import Foundation
import Imaging
import Labels
import Tabular
import TestSupport
import Testing

@Suite struct BatchTests {
  private let folder: TemporaryFolder
  private let tag: LabelTemplate

  init() throws {
    folder = try TemporaryFolder()
    tag = try tagTemplate()
  }

  private func manifest(_ name: String) throws -> [String] {
    try folder.read(name + "/manifest.ndjson").split(separator: "\n").map(String.init)
  }

  private func pngs(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(name))
      .filter { $0.hasSuffix(".png") }.sorted()
  }

  @Test func `a bad row is listed and doesn't stop the others`() throws {
    let csv = "tag,name\nA,Chair\n,Desk\nC\nD,日\nE,Lamp\n"
    var reported: [String] = []
    let done = try LabelBatch(tag, to: .folder(folder.path("out"), .png), .init(jobs: 2))
      .run(.table(try reader(csv)), report: { reported.append($0.code) })
    #expect(done == LabelBatch.Progress(rows: 5, failed: 3, labels: 2))
    #expect(try pngs("out") == ["A.png", "E.png"])
    let codes = ["label.field-missing", "table.ragged-row", "font.missing-glyph"]
    #expect(reported == codes)
    let lines = try manifest("out")
    #expect(lines.count == 5)
    #expect(
      lines[0].hasPrefix(#"{"row":1,"line":2,"file":"A.png","sha256":""#)
        && lines[0].contains(
          #","codes":[{"symbology":"qr-code","text":"A"}],"verified":null,"error":null,"#)
    )
    for (line, code) in zip(lines[1...3], codes) {
      #expect(line.contains(#""file":null,"sha256":null,"codes":[],"verified":null"#))
      #expect(line.contains("\"error\":{\"code\":\"\(code)\""))
    }
    #expect(lines[1].contains("row 2 (line 3): the field “tag” is empty"))
  }

  @Test func `the same rows give the same bytes with one job and with eight`() throws {
    let csv = "tag,name\n" + (1...700).map { "T-\($0 % 650),Thing number \($0)\n" }.joined()
    _ = try LabelBatch(tag, to: .folder(folder.path("one"), .png), .init(jobs: 1)).run(
      .table(try reader(csv)))
    _ = try LabelBatch(tag, to: .folder(folder.path("eight"), .png), .init(jobs: 8)).run(
      .table(try reader(csv)))
    #expect(try folder.bytes("one/manifest.ndjson") == folder.bytes("eight/manifest.ndjson"))
    #expect(try pngs("one") == pngs("eight"))
    #expect(try pngs("one").count == 650)
    for name in try pngs("one") {
      #expect(try folder.bytes("one/" + name) == folder.bytes("eight/" + name))
    }
  }

  @Test func `vector labels are files of their own too`() throws {
    let csv = "tag,name\n" + (1...70).map { "T-\($0),Thing\n" }.joined()
    for jobs in [1, 3] {
      _ = try LabelBatch(tag, to: .folder(folder.path("\(jobs)"), .svg), .init(jobs: jobs))
        .run(.table(try reader(csv)))
    }
    #expect(try folder.bytes("1/manifest.ndjson") == folder.bytes("3/manifest.ndjson"))
    #expect(try folder.read("1/T-70.svg").contains("Thing"))
    #expect(try folder.bytes("1/T-70.svg") == folder.bytes("3/T-70.svg"))
  }

  @Test func `two rows never write one file`() throws {
    let csv = "tag,name\na/b,First\na\\b,Second\n"
    let done = try LabelBatch(tag, to: .folder(folder.path("out"), .png), .init(jobs: 2)).run(
      .table(try reader(csv)))
    #expect(done.failed == 1)
    let second = try manifest("out")[1]
    #expect(second.contains("label.file-taken"))
    #expect(second.contains("row 2 (line 3): the file “a_b.png” is already that of row 1; "))
  }

  @Test func `copies are files and lines of their own`() throws {
    let batch = LabelBatch(tag, to: .folder(folder.path("out"), .png), .init(jobs: 1, copies: 3))
    #expect(try batch.run(.table(try reader("tag,name\nA,x\n"))).labels == 3)
    #expect(try pngs("out") == ["A-2.png", "A-3.png", "A.png"])
    #expect(try manifest("out").count == 3)
  }

  @Test func `a label that isn't read back doesn't count`() throws {
    let batch = LabelBatch(
      tag, to: .folder(folder.path("out"), .png),
      .init(jobs: 2) { bitmap, codes in
        #expect(bitmap.width == 591)
        return ["A": true, "B": false][codes[0].text]
      })
    let done = try batch.run(.table(try reader("tag,name\nA,x\nB,x\nC,x\n")))
    #expect(done == LabelBatch.Progress(rows: 3, failed: 1, labels: 2))
    let lines = try manifest("out")
    #expect(lines[0].contains(#""verified":true"#))
    #expect(lines[1].contains(#""verified":false,"error":{"code":"label.unverified""#))
    #expect(lines[2].contains(#""verified":null,"error":null"#))
    #expect(try pngs("out") == ["A.png", "C.png"])
  }

  @Test func `a column that the template requires is missed before anything is written`() throws {
    let batch = LabelBatch(tag, to: .folder(folder.path("out"), .png), .init(jobs: 1))
    let rows = try reader("tagg,name\nA,x\n")
    let fault = try #require(throws: LabelFault.self) { try batch.run(.table(rows)) }
    #expect(fault.code == "label.column-missing")
    #expect(fault.message.contains("rows.csv has no column “tag”"))
    #expect(fault.message.contains("Did you mean tagg?"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test func `a folder that can't be made is named`() throws {
    try folder.write("file", "x")
    let batch = LabelBatch(tag, to: .folder(folder.path("file/out"), .png), .init(jobs: 1))
    let rows = try reader("tag,name\nA,x\n")
    let fault = try #require(throws: LabelFault.self) { try batch.run(.table(rows)) }
    #expect(fault.code == "label.unwritable")
  }

  @Test func `what comes before a row doesn't change its label`() throws {
    let used = try LabelRenderer(tag), fresh = try LabelRenderer(tag)
    for number in 0..<50 {
      _ = try used.render([
        "tag": "T-\(number)", "name": String(repeating: "n", count: number % 20),
      ])
    }
    let row = ["tag": "IT-000123", "name": "Chair"]
    #expect(try used.render(row).bitmap == fresh.render(row).bitmap)
  }
}
