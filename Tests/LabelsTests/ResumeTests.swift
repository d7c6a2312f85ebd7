import Foundation
import Labels
import Tabular
import TestSupport
import Testing

/// A batch that was interrupted goes on, and ends as if it had never been.
@Suite struct ResumeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Rows that bring everything: refused ones, none at all, several copies, one file of two rows.
  private static let csv =
    "tag,count\n"
    + (1...150).map { row in
      switch row % 30 {
      case 3: ",1\n"
      case 7: "T-\(row),0\n"
      case 11: "T-\(row),x\n"
      case 17: "T-\(row),1,ragged\n"
      case 20: "T-\(row),40\n"
      case 25: "T-\(row - 1),2\n"
      default: "T-\(row),\(row % 3 + 1)\n"
      }
    }.joined()

  private func template(counting: Bool, more: String = "") throws -> LabelTemplate {
    try LabelTemplate(
      yaml: """
        name: test
        size: [20, 10]
        file: "{tag}"
        copies: "{count}"
        fields: {tag: {required: true}, count: {}}
        elements:
          - text: "{tag} \(counting ? "{n:04}" : "")\(more)"
            at: [1, 1]
            size: [18, 4]
        """, file: "test.yaml")
  }

  private func run(
    _ template: LabelTemplate, _ destination: LabelDestination, csv: String = csv,
    resumes: Bool = false, firstNumber: Int = 1
  ) throws -> (progress: LabelBatch.Progress, faults: [LabelFault]) {
    var faults: [LabelFault] = []
    let progress = try LabelBatch(
      template, to: destination, .init(jobs: 3, firstNumber: firstNumber, resumes: resumes)
    ).run(.table(try reader(csv)), report: { faults.append($0) })
    return (progress, faults)
  }

  private func contents(_ name: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path(name)) {
      contents[file] = try folder.bytes("\(name)/\(file)")
    }
    return contents
  }

  /// Runs once undisturbed, then again and again on what some interruption could have left.
  @Test(arguments: [(false, true), (true, true), (false, false), (true, false)])
  func `whatever was left, the end is the same`(counting: Bool, files: Bool) throws {
    let template = try template(counting: counting)
    let destination = { (name: String) -> LabelDestination in
      files
        ? .folder(folder.path(name), .png) : .file(folder.path("\(name)/labels.out"), .png)
    }
    let manifest = files ? "manifest.ndjson" : "labels.out.manifest.ndjson"
    for name in ["once"] + (0..<12).map({ "round\($0)" }) {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
    }
    let once = try run(template, destination("once"))
    #expect(once.progress.failed > 10)
    let whole = try contents("once")
    var random = RandomSource(seed: counting ? 5 : 6)
    for round in 0..<12 {
      let name = "round\(round)"
      for (file, bytes) in whole where file != manifest {
        // Of files without order, some aren't there, some are torn; of one file the end is torn.
        let isSound = Int.random(in: 0..<6, using: &random) > 0
        let rest = isSound && files ? bytes.count : Int.random(in: 0...bytes.count, using: &random)
        if rest > 0 || !files { try folder.write("\(name)/\(file)", Array(bytes[..<rest])) }
      }
      let listed = whole[manifest] ?? []
      let length = round == 0 ? listed.count : Int.random(in: 0...listed.count, using: &random)
      try folder.write("\(name)/\(manifest)", Array(listed[..<length]))
      let resumed = try run(template, destination(name), resumes: true)
      #expect(resumed.progress == once.progress)
      #expect(resumed.faults == once.faults)
      #expect(try contents(name) == whole)
    }
  }

  @Test func `without anything to go on with, a batch begins`() throws {
    let template = try template(counting: false)
    let done = try run(template, .folder(folder.path("new"), .png), resumes: true)
    #expect(done.progress.labels > 100)
  }

  @Test func `a table that got more rows goes on with those`() throws {
    let template = try template(counting: true)
    _ = try run(template, .folder(folder.path("out"), .png))
    let longer = Self.csv + "NEW-1,2\nNEW-2,1\n"
    _ = try run(template, .folder(folder.path("out"), .png), csv: longer, resumes: true)
    _ = try run(template, .folder(folder.path("once"), .png), csv: longer)
    #expect(try contents("out") == contents("once"))
  }

  /// What was changed between two runs, and what the second one says of it.
  enum Change: CaseIterable {
    case template, firstNumber, value, copies, removedRow, shorterTable, insertedRow

    var words: String {
      switch self {
      case .template, .firstNumber: "begun with another template or other options"
      case .value, .removedRow, .insertedRow: "The table has changed: row "
      case .copies: "The table has changed: row 41 (line 42)"
      case .shorterTable: "lists more rows than there are now"
      }
    }
  }

  @Test(arguments: Change.allCases)
  func `what has changed is noticed, and nothing is touched`(change: Change) throws {
    var rows = (1...90).map { "T-\($0),1" }
    let table = { "tag,count\n" + rows.joined(separator: "\n") + "\n" }
    let out = LabelDestination.folder(folder.path("out"), .png)
    _ = try run(try template(counting: true), out, csv: table())
    let before = try contents("out")
    var (template, first) = (try template(counting: true), 1)
    switch change {
    case .template: template = try self.template(counting: true, more: "!")
    case .firstNumber: first = 2
    case .value: rows[40] = "T-41b,1"
    case .copies: rows[40] = "T-41,2"
    case .removedRow: rows.remove(at: 40)
    case .shorterTable: rows.removeLast(10)
    case .insertedRow: rows.insert("U,1", at: 40)
    }
    let fault = try #require(throws: LabelFault.self) {
      try run(template, out, csv: table(), resumes: true, firstNumber: first)
    }
    #expect(fault.code == "label.resume")
    #expect(fault.message.contains(change.words))
    #expect(fault.message.contains("begin anew without --resume"))
    #expect(try contents("out") == before)
  }

  @Test func `a manifest of something else is refused, and no file outside is looked at`() throws {
    let template = try template(counting: false)
    let csv = "tag,count\nA,1\n"
    _ = try run(template, .folder(folder.path("out"), .png), csv: csv)
    let manifest = try folder.read("out/manifest.ndjson")
    for other in [
      "{}\n", "something\n", #"{"row":1}"# + "\n", #"{"row":2,"line":2}"# + "\n",
      manifest.replacingOccurrences(of: "A.png", with: "../A.png"),
      manifest.replacingOccurrences(of: #""sha256":""#, with: #""sha256":"0"#),
    ] {
      try folder.write("out/manifest.ndjson", other)
      let fault = try #require(throws: LabelFault.self) {
        try run(template, .folder(folder.path("out"), .png), csv: csv, resumes: true)
      }
      #expect(
        fault.code == (other.contains("sha256") ? "label.resume" : "label.manifest-damaged"),
        "\(other)")
      #expect(try folder.read("out/manifest.ndjson") == other)
    }
  }

  @Test(arguments: [
    "garbage\n", "garbage", "\0\0\0\0", "\0\0\n", "{\"row\":91,\"line\":92,\"fi\0\0", "\n",
    "{\"row\":91,\"line\":92}\n",
  ])
  func `a damaged end of the manifest is told as that, and nothing is written`(
    end: String
  ) throws {
    let csv = "tag,count\n" + (1...90).map { "T-\($0),1\n" }.joined()
    let out = LabelDestination.folder(folder.path("out"), .png)
    _ = try run(try template(counting: true), out, csv: csv)
    let manifest = try folder.read("out/manifest.ndjson")
    try folder.write("out/manifest.ndjson", manifest + end)
    // One that would be made again.
    try FileManager.default.removeItem(atPath: folder.path("out/T-1.png"))
    let before = try contents("out")
    let fault = try #require(throws: LabelFault.self) {
      try run(try template(counting: true), out, csv: csv, resumes: true)
    }
    #expect(fault.code == "label.manifest-damaged")
    #expect(fault.message.contains("its line 91 isn't one of a manifest. Nothing was written."))
    #expect(try contents("out") == before)
    // What an interrupted run leaves is no damage.
    for torn in ["", "{", "{\"row\":91,\"line\":92,\"file\":"] {
      try folder.write("out/manifest.ndjson", manifest + torn)
      #expect(
        try run(try template(counting: true), out, csv: csv, resumes: true).progress.rows == 90)
      #expect(try folder.read("out/manifest.ndjson") == manifest)
    }
  }

  @Test(arguments: [(1, 2), (2, 1), (nil, 2), (40, 3)] as [(Int?, Int)], [false, true])
  func `another number of copies is told as that`(change: (Int?, Int), counting: Bool) throws {
    let template = try template(counting: counting)
    let out = LabelDestination.folder(folder.path("out"), .png)
    let csv = "tag,count\n" + (1...5).map { "T-\($0),1\n" }.joined()
    let run = { (copies: Int?, resumes: Bool) in
      try LabelBatch(template, to: out, .init(copies: copies, resumes: resumes))
        .run(.table(try reader(csv)))
    }
    _ = try run(change.0, false)
    let before = try contents("out")
    let fault = try #require(throws: LabelFault.self) { try run(change.1, true) }
    #expect(
      fault.message.contains(
        "The number of copies has changed: row 1 (line 2) had \(change.0 ?? 1) when the manifest was "
          + "begun, and has \(change.1) now."), "\(fault.message)")
    #expect(!fault.message.contains("table has changed"))
    #expect(try contents("out") == before)
  }

  @Test func `a changed sheet of one's own is noticed`() throws {
    let sheet = "name: mine\ncolumns: 2\nrows: 5\nsize: [60, 30]\n"
    let yaml = """
      name: test
      sheet: mine.yaml
      file: "{tag}"
      fields: {tag: {}}
      elements: [{text: "{tag}", at: [1, 1], size: [30, 5]}]
      """
    try folder.write("mine.yaml", sheet)
    let path = try folder.write("t.yaml", yaml)
    let out = LabelDestination.folder(folder.path("out"), .png)
    _ = try run(try LabelTemplate.read(path), out, csv: "tag\nA\n")
    _ = try run(try LabelTemplate.read(path), out, csv: "tag\nA\n", resumes: true)
    // The labels stay as large; where they come to lie changes.
    try folder.write("mine.yaml", sheet + "pitch: [70, 40]\n")
    let fault = try #require(throws: LabelFault.self) {
      try run(try LabelTemplate.read(path), out, csv: "tag\nA\n", resumes: true)
    }
    #expect(fault.message.contains("begun with another template or other options"))
  }
}
