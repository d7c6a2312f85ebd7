import Crypto
import Diagnostics
import Foundation
import Labels
import Tabular
import TestSupport
import Testing

/// One file with all labels behind each other.
@Suite struct StreamTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lines(_ name: String) throws -> [[String: Any]] {
    try folder.read(name + ".manifest.ndjson").split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func `the manifest says where each label stands in the file`() throws {
    let tag = try template("- text: \"{tag}\"\n  at: [1, 1]\n  size: [40, 6]")
    let csv = "tag,name\n" + (1...150).map { $0 == 70 ? ",x\n" : "T-\($0),x\n" }.joined()
    for jobs in [1, 4] {
      let done = try LabelBatch(
        tag, to: .file(folder.path("labels\(jobs)"), .png), .init(jobs: jobs, copies: 2)
      ).run(.table(try reader(csv)))
      #expect(done == LabelBatch.Progress(rows: 150, failed: 1, labels: 298))
    }
    let bytes = try folder.bytes("labels1")
    #expect(try bytes == folder.bytes("labels4"))
    var end = 0
    for line in try lines("labels1") {
      guard let length = line["length"] as? Int else {
        #expect(line["row"] as? Int == 70)
        continue
      }
      #expect(line["file"] as? String == "labels1")
      #expect(line["offset"] as? Int == end)
      #expect(
        line["sha256"] as? String == Hex.text(SHA256.hash(data: bytes[end..<end + length])))
      end += length
    }
    #expect(end == bytes.count)
  }

  @Test(arguments: [LabelFormat.zpl, .zplFields])
  func `a printer gets the labels of all rows, in order`(format: LabelFormat) throws {
    let tag = try template(
      "- code-128: \"{tag}\"\n  at: [7, 3]\n  size: [36, 12]\n"
        + "- text: \"{name}\"\n  at: [5, 18]\n  size: [40, 5]\n  fit: truncate")
    let names = (1...70).map { "^XZ~JA \($0 % 2 == 0 ? "Größe" : "plain")" }
    let csv = "tag,name\n" + names.enumerated().map { "T-\($0),\($1)\n" }.joined()
    _ = try LabelBatch(
      tag, to: .file(folder.path("labels.zpl"), format), .init(jobs: 3, copies: 2)
    ).run(.table(try reader(csv)))
    let renderer = try LabelRenderer(tag)
    var expected = ""
    for (number, name) in names.enumerated() {
      let label = try renderer.zpl(
        ["tag": "T-\(number)", "name": name], inFields: format == .zplFields)
      expected += label + label
    }
    let written = try folder.read("labels.zpl")
    #expect(written == expected)
    #expect(written.components(separatedBy: "^XA").count == 141)
    #expect(written.components(separatedBy: "^XZ").count == 141)
  }

  @Test func `a file that can't be opened is named, and nothing is written`() throws {
    let tag = try template("- text: \"{tag}\"\n  at: [1, 1]\n  size: [40, 6]")
    let batch = LabelBatch(tag, to: .file(folder.path("no/folder/labels"), .png))
    let fault = try #require(throws: LabelFault.self) {
      try batch.run(.table(try reader("tag,name\nA,x\n")))
    }
    #expect(fault.code == "label.unwritable")
    #expect(fault.message.contains("no such file or directory"))
  }
}
