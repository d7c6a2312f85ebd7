import Foundation
import TestSupport
import Testing

/// Labels that are sent to printers.
struct PrintedLabelTests {
  private let tally: Tally

  init() throws {
    tally = try Tally()
    let rows = "tag,name\n" + (1...60).map { $0 == 9 ? ",x\n" : "T-\($0),^XZ\($0)\n" }.joined()
    try tally.folder.write("rows.csv", rows)
    try tally.folder.write(
      "t.yaml",
      """
      name: tag
      size: [30, 12]
      file: "{tag}"
      fields: {tag: {required: true}, name: {}}
      elements:
        - text: "{tag} {name}"
          at: [2, 2]
          size: [26, 5]
      """)
  }

  private func print(
    _ printer: String, _ more: String..., environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Tally.program.run(
      ["label", "print", "--template", "t.yaml", "--data", "rows.csv", "--printer", printer] + more,
      environment: tally.environment.merging(environment) { $1 }, in: tally.folder.path)
  }

  /// What `label render` makes of the same rows.
  private func rendered(_ format: String = "zpl") throws -> [UInt8] {
    let result = try tally(
      "label", "render", "--template", "t.yaml", "--data", "rows.csv", "--format", format, "--out",
      "file.zpl")
    #expect(result.status == 1)
    return try tally.folder.bytes("file.zpl")
  }

  @Test func `a printer on the network gets what render makes`() throws {
    let listener = try #require(Listener(isSix: false))
    let received = listener.receiveAll()
    let result = try print("tcp://127.0.0.1:\(listener.port)", "--manifest", "printed.ndjson")
    #expect(result.status == 1)
    #expect(
      result.output
        == "59 labels sent to “tcp://127.0.0.1:\(listener.port)”, 1 of 60 rows refused\n")
    #expect(result.errors.contains("row 9 (line 10): the field “tag” is empty"))
    #expect(try received.wait() == rendered())
    #expect(try tally.folder.read("printed.ndjson").split(separator: "\n").count == 60)
  }

  @Test func `a printer that breaks off ends with 2 and says how far it came`() throws {
    let listener = try #require(Listener(isSix: false))
    let received = listener.receiveAll(atMost: 2000)
    let result = try print("tcp://127.0.0.1:\(listener.port)")
    received.wait()
    #expect(result.status == 2)
    #expect(result.errors.contains("broke the connection off"))
    #expect(result.errors.contains(/It has \d+ labels of this run whole\./))
  }

  /// A program `lp` that keeps what it is given.
  private func fakePrinting(_ script: String) throws -> [String: String] {
    try tally.folder.write("bin/lp", "#!/bin/sh\n" + script)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: tally.folder.path("bin/lp"))
    return ["PATH": tally.folder.path("bin") + ":/usr/bin:/bin"]
  }

  @Test func `a queue gets ZPL as it is, without a shell between`() throws {
    let (arguments, content) = (tally.folder.path("arguments"), tally.folder.path("content"))
    let environment = try fakePrinting(
      "printf '%s\\n' \"$@\" > '\(arguments)'\ncat > '\(content)'\necho 'request id is z-1 (1 file(s))'\n"
    )
    let result = try print("cups:z;touch$IFS-x", "--raw", environment: environment)
    #expect(result.status == 1, "\(result.errors)")
    #expect(
      result.output
        == "59 labels sent to “cups:z;touch$IFS-x” (request id is z-1 (1 file(s))), 1 of 60 rows "
        + "refused\n")
    #expect(
      try tally.folder.read("arguments").split(separator: "\n")
        == ["-d", "z;touch$IFS-x", "-t", "tally t.yaml", "-o", "raw"])
    #expect(try tally.folder.bytes("content") == rendered())
  }

  @Test func `what lp says against it is told`() throws {
    let environment = try fakePrinting(
      "echo 'lp: The printer or class does not exist.' >&2\nexit 1\n")
    let result = try print("cups:nowhere", "--raw", environment: environment)
    #expect(result.status == 2)
    #expect(
      result.errors.contains(
        "cups:nowhere took nothing: lp: The printer or class does not exist. “lpstat -p” lists"))
  }

  @Test func `where nothing went out, the manifest says so of each row`() throws {
    let environment = try fakePrinting("echo 'lp: no \"paper\"' >&2\nexit 1\n")
    for format in ["zpl", "pdf"] {
      let result = try print(
        "cups:z", "--format", format, "--manifest", "m.ndjson", environment: environment)
      #expect(result.status == 2)
      let lines = try tally.folder.read("m.ndjson").split(separator: "\n").map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
      #expect(lines.count == 60)
      for (index, line) in lines.enumerated() {
        #expect(line["row"] as? Int == index + 1 && line["file"] is NSNull)
        let error = try #require(line["error"] as? [String: String])
        #expect(error["code"] == (index == 8 ? "label.field-missing" : "printer.refused"))
        if index != 8 { #expect(error["message"]?.contains(#"lp: no "paper""#) ?? false) }
      }
    }
  }

  @Test(arguments: ["zpl", "pdf"])
  func `where every row is refused, nothing is sent and the manifest says why`(
    format: String
  ) throws {
    try tally.folder.write("rows.csv", "tag,name\n,a\n,b\n")
    let environment = try fakePrinting("echo called > called\n")
    let result = try print(
      "cups:z", "--format", format, "--manifest", "m.ndjson", environment: environment)
    #expect(result.status == 1)
    #expect(result.output == "0 labels sent to “cups:z”, 2 of 2 rows refused\n")
    let lines = try tally.folder.read("m.ndjson").split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("label.field-missing") })
  }

  @Test func `wrong usage is told`() throws {
    #expect(try print("usb:1").status == 2)
    #expect(try print("tcp://x", "--resume").status == 64)
    #expect(try print("tcp://x", "--format", "png").status == 64)
    #expect(try print("tcp://x", "--timeout", "0").status == 64)
  }
}
