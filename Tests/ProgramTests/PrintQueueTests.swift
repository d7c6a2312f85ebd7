import Foundation
import TestSupport
import Testing

/// Labels that go through a real CUPS to a printer.
@Suite(.enabled(if: PrintServer.isPossible, "cups and cups-client aren't installed"))
struct PrintQueueTests {
  private let tally: Tally
  private let server: PrintServer

  init() throws {
    (tally, server) = (try Tally(), try PrintServer())
    let rows = "tag,name\n" + (1...300).map { $0 == 9 ? ",x\n" : "T-\($0),x\n" }.joined()
    try tally.folder.write("rows.csv", rows)
    try tally.folder.write(
      "t.yaml",
      """
      name: tag
      size: [30, 12]
      file: "{tag}"
      fields: {tag: {required: true}}
      elements: [{text: "{tag}", at: [2, 2], size: [26, 5]}]
      """)
  }

  private func print(_ queue: String, _ more: [String]) throws -> Program.Result {
    try Tally.program.run(
      [
        "label", "print", "--template", "t.yaml", "--data", "rows.csv", "--printer", queue,
        "--manifest", "printed.ndjson",
      ] + more,
      environment: tally.environment.merging(server.environment) { $1 }, in: tally.folder.path)
  }

  private func rendered(_ format: String) throws -> [UInt8] {
    _ = try tally(
      "label", "render", "--template", "t.yaml", "--data", "rows.csv", "--format", format, "--out",
      "file")
    return try tally.folder.bytes("file")
  }

  @Test(arguments: [("zpl", ["--raw"]), ("zpl-fields", ["--format", "zpl-fields"]), ("pdf", [])])
  func `what arrives at the printer is what render makes`(
    format: String, options: [String]
  ) throws {
    let listener = try #require(Listener(isSix: false))
    let received = listener.receiveAll()
    let added = try server.addQueue("zebra", port: listener.port)
    #expect(added.status == 0, "\(added.errors)")
    let result = try print("cups:zebra", options)
    #expect(result.status == 1, "\(result.errors)")
    #expect(
      result.output
        == "299 labels sent to “cups:zebra” (request id is zebra-1 (0 file(s))), 1 of 300 rows "
        + "refused\n")
    let bytes = received.wait()
    #expect(try bytes == rendered(format), "\(bytes.count) bytes; \(server.complaints)")
    // The manifest is that of the file, but for the place.
    let printed = try tally.folder.read("printed.ndjson")
    #expect(printed.split(separator: "\n").count == 300)
    #expect(
      try printed.replacing(#""file":"cups:zebra","job":"zebra-1""#, with: #""file":"file""#)
        == tally.folder.read("file.manifest.ndjson"))
  }

  @Test func `a queue that isn't there is told`() throws {
    let result = try print("cups:nowhere", ["--raw"])
    #expect(result.status == 2)
    #expect(result.errors.contains("cups:nowhere took nothing: lp: "), "\(result.errors)")
    let lines = try tally.folder.read("printed.ndjson").split(separator: "\n")
    #expect(lines.count == 300)
    #expect(lines.allSatisfy { $0.contains(#""file":null"#) })
    #expect(lines.count { $0.contains(#""code":"printer.refused""#) } == 299)
  }
}
