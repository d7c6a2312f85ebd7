import Foundation
import Labels
import Tabular
import TestSupport
import Testing

@Suite struct CopiesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A label of 20 × 10 mm whose rows say how many they want.
  private func template(
    _ text: String = "{tag}", file: String = "{tag}", copies: String? = "{count}"
  ) throws -> LabelTemplate {
    try LabelTemplate(
      yaml: """
        name: test
        size: [20, 10]
        file: "\(file)"
        \(copies.map { "copies: \"\($0)\"" } ?? "")
        fields:
          tag: {default: T}
          count: {default: "1"}
        elements:
          - text: "\(text)"
            at: [1, 1]
            size: [18, 4]
        """, file: "test.yaml")
  }

  private func run(
    _ template: LabelTemplate, _ csv: String, into name: String = "out",
    _ settings: LabelBatch.Settings = .init(jobs: 2), report: (LabelFault) -> Void = { _ in }
  ) throws -> LabelBatch.Progress {
    try LabelBatch(template, to: .folder(folder.path(name), .png), settings)
      .run(.table(try reader(csv)), report: report)
  }

  private func manifest(_ name: String = "out") throws -> [[String: Any]] {
    try folder.read(name + "/manifest.ndjson").split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  private func files(_ name: String = "out") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(name))
      .filter { $0.hasSuffix(".png") }.sorted()
  }

  @Test func `a row says how many labels it wants`() throws {
    let done = try run(try template(), "tag,count\nA,2\nB,0\nC, 1 \nD,\n")
    #expect(done == LabelBatch.Progress(rows: 4, failed: 0, labels: 4))
    #expect(try files() == ["A-2.png", "A.png", "C.png", "D.png"])
    let none = try #require(try manifest().first { $0["row"] as? Int == 2 })
    #expect(none["copies"] as? Int == 0)
    #expect(none["file"] is NSNull && none["error"] is NSNull)
  }

  @Test(arguments: ["-1", "two", "1.5", "10001", "1 2", "99999999999999999999", "٣", "+1"])
  func `what isn't a number of copies refuses its row`(count: String) throws {
    var faults: [LabelFault] = []
    let done = try run(try template(), "tag,count\nA,\(count)\nB,1\n") { faults.append($0) }
    #expect(done == LabelBatch.Progress(rows: 2, failed: 1, labels: 1))
    #expect(faults.map(\.code) == ["label.copies"])
    #expect(
      faults.first?.message == "row 1 (line 2): the number of copies is “\(count)”, expected a "
        + "whole number from 0 to 10000.")
  }

  @Test func `who prints goes before what the template says`() throws {
    #expect(try run(try template(), "tag,count\nA,5\n", .init(copies: 2)).labels == 2)
  }

  @Test func `ten thousand copies come in parts, and each has its line`() throws {
    let done = try run(try template(), "tag,count\nA,10000\nB,2\n")
    #expect(done == LabelBatch.Progress(rows: 2, failed: 0, labels: 10_002))
    let lines = try manifest()
    #expect(lines.count == 10_002)
    #expect(lines[9999]["file"] as? String == "A-10000.png")
    #expect(Set(lines.prefix(10_000).compactMap { $0["sha256"] as? String }).count == 1)
  }

  @Test func `each copy has a number of its own where the template counts`() throws {
    let template = try template("{n:04}", file: "{tag}-{n}")
    let done = try run(
      template, "tag,count\nA,2\nB,x\nC,40\nD,0\nE,1\n", .init(jobs: 3, firstNumber: 98))
    #expect(done == LabelBatch.Progress(rows: 5, failed: 1, labels: 43))
    let lines = try manifest().filter { $0["number"] != nil }
    #expect(lines.compactMap { $0["number"] as? Int } == Array(98...140))
    #expect(lines.first?["file"] as? String == "A-98.png")
    #expect(lines.last?["file"] as? String == "E-140.png")
    #expect(Set(lines.compactMap { $0["sha256"] as? String }).count == 43)
  }

  @Test func `numbers stay the same with any number of jobs`() throws {
    let template = try template("{tag} {n:06}", file: "{n:06}")
    let csv = "tag,count\n" + (1...200).map { "T\($0),\($0 % 7)\n" }.joined()
    for jobs in [1, 8] { _ = try run(template, csv, into: "\(jobs)", .init(jobs: jobs)) }
    #expect(try folder.bytes("1/manifest.ndjson") == folder.bytes("8/manifest.ndjson"))
    #expect(try files("1") == files("8"))
  }

  @Test func `a row is refused once, from the copy on that can't be made`() throws {
    // 9 and 10 fit into their box, 100 doesn't: the row ends before it.
    let template = try LabelTemplate(
      yaml: """
        name: test
        size: [20, 10]
        file: "{n}"
        elements:
          - text: "{n}"
            at: [1, 1]
            size: [4, 4]
        """, file: "test.yaml")
    var faults: [LabelFault] = []
    let done = try run(template, "tag\nA\nB\n", .init(copies: 60, firstNumber: 68)) {
      faults.append($0)
    }
    #expect(done.rows == 2 && done.failed == 2)
    #expect(faults.map(\.code) == ["label.text-too-long", "label.text-too-long"])
    #expect(try manifest().compactMap { $0["file"] as? String }.last == "99.png")
  }

  @Test func `copies before the one that can't be made stay, and the refusal says which it is`()
    throws
  {
    let template = try LabelTemplate(
      yaml: """
        name: test
        size: [20, 10]
        file: "{n}"
        elements:
          - text: "{n}"
            at: [1, 1]
            size: [4, 4]
        """, file: "test.yaml")
    var faults: [LabelFault] = []
    // 95 to 99, and 100 is the first that doesn't fit into its box.
    let settings = LabelBatch.Settings(copies: 60, firstNumber: 95)
    let done = try run(template, "tag\nA\n", settings) { faults.append($0) }
    #expect(done == LabelBatch.Progress(rows: 1, failed: 1, labels: 5))
    #expect(try files() == ["95.png", "96.png", "97.png", "98.png", "99.png"])
    #expect(faults.count == 1)
    #expect(faults.first?.message.hasPrefix("row 1 (line 2), copy 6 of 60: ") ?? false)
    #expect(
      try manifest().map { $0["file"] is NSNull } == [false, false, false, false, false, true])
    // Whatever of it is there, going on comes to the same.
    let listed = try folder.read("out/manifest.ndjson")
    for count in 0...6 {
      let lines = listed.split(separator: "\n").prefix(count).map { $0 + "\n" }.joined()
      try folder.write("out/manifest.ndjson", lines)
      var settings = settings
      settings.resumes = true
      #expect(try run(template, "tag\nA\n", settings) == done)
      #expect(try folder.read("out/manifest.ndjson") == listed)
    }
  }

  @Test func `copies before one whose file is taken stay`() throws {
    let done = try run(try template(), "tag,count\na-3,1\nA,40\nB,1\n")
    #expect(done == LabelBatch.Progress(rows: 3, failed: 1, labels: 4))
    #expect(try files() == ["A-2.png", "A.png", "B.png", "a-3.png"])
  }

  @Test func `labels without data are told apart by their numbers`() throws {
    let batch = LabelBatch(
      try template("{n:06}", file: "S{n:06}", copies: nil), to: .folder(folder.path("out"), .png),
      .init(jobs: 2, firstNumber: 7))
    #expect(
      try batch.run(.numbers(3)) == LabelBatch.Progress(rows: 3, failed: 0, labels: 3))
    #expect(try files() == ["S000007.png", "S000008.png", "S000009.png"])
    #expect(try manifest()[1]["line"] is NSNull)
    #expect(try manifest()[1]["row"] as? Int == 2)
  }

  @Test func `labels without data need a counter, and no field that only data have`() throws {
    let uncounted = LabelBatch(try template(), to: .folder(folder.path("out"), .png))
    let first = try #require(throws: LabelFault.self) { try uncounted.run(.numbers(3)) }
    #expect(first.code == "label.counter-missing")
    let needy = try LabelTemplate(
      yaml: """
        name: test
        size: [20, 10]
        file: "{n}"
        fields: {tag: {required: true}}
        elements: [{text: "{tag}", at: [1, 1], size: [18, 4]}]
        """, file: "test.yaml")
    let second = try #require(throws: LabelFault.self) {
      try LabelBatch(needy, to: .folder(folder.path("out"), .png)).run(.numbers(3))
    }
    #expect(second.message.contains("requires the field “tag”"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test(arguments: ["{n:6}", "{n:}", "{n:00}", "{n:019}", "{n:06:1}", "{n:x}", "{m}"])
  func `a counter that isn't right is named`(text: String) throws {
    let fault = try #require(throws: TemplateFault.self) { try template(text) }
    #expect(fault.problems.map(\.code) == ["template.field-unknown"])
    #expect(fault.message.contains("The counter is {n} or, with zeros, {n:06}."))
  }

  @Test func `no field can be called like the counter`() throws {
    let yaml = """
      name: test
      size: [20, 10]
      file: a
      fields: {n: {}}
      elements: [{text: x, at: [1, 1], size: [18, 4]}]
      """
    let fault = try #require(throws: TemplateFault.self) {
      try LabelTemplate(yaml: yaml, file: "test.yaml")
    }
    #expect(fault.problems.first?.key == "n")
  }
}
