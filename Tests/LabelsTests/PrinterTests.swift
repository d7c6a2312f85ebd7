import Foundation
import Labels
import TestSupport
import Testing

@Suite struct PrinterTests {
  private let folder: TemporaryFolder
  private let tag: LabelTemplate

  init() throws {
    folder = try TemporaryFolder()
    tag = try template("- text: \"{tag} {name}\"\n  at: [1, 1]\n  size: [48, 6]\n  fit: truncate")
  }

  private static let csv = "tag,name\n" + (1...200).map { "T-\($0),Thing ^XZ \($0)\n" }.joined()

  private func print(
    to port: UInt16, host: String = "127.0.0.1", manifest: String? = nil, resumes: Bool = false,
    timeout: Duration = .seconds(10)
  ) throws -> LabelBatch.Progress {
    try LabelBatch(
      tag,
      to: .printer(
        .init(host: host, port: port, timeout: timeout), .zplFields,
        manifest: manifest.map(folder.path)),
      .init(jobs: 2, copies: 2, resumes: resumes)
    ).run(.table(try reader(Self.csv)))
  }

  private func rendered() throws -> [UInt8] {
    _ = try LabelBatch(tag, to: .file(folder.path("file.zpl"), .zplFields), .init(copies: 2))
      .run(.table(try reader(Self.csv)))
    return try folder.bytes("file.zpl")
  }

  @Test(arguments: [("127.0.0.1", false), ("::1", true)])
  func `a printer gets what the file would hold`(host: String, isSix: Bool) throws {
    guard let listener = Listener(isSix: isSix) else { return }
    let received = listener.receiveAll()
    let done = try print(to: listener.port, host: host)
    #expect(done == LabelBatch.Progress(rows: 200, failed: 0, labels: 400))
    let bytes = received.wait()
    #expect(try bytes == rendered())
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.components(separatedBy: "^XA").count == 401)
    #expect(text.components(separatedBy: "^XZ").count == 401)
  }

  @Test func `a printer that breaks off is told, with how many labels it has`() throws {
    let listener = try #require(Listener(isSix: false))
    let whole = try rendered()
    let received = listener.receiveAll(atMost: whole.count / 2)
    let fault = try #require(throws: LabelFault.self) {
      try print(to: listener.port, manifest: "printed.ndjson")
    }
    #expect(fault.code == "printer.dropped")
    let count = try #require(
      fault.message.firstMatch(of: /It has (\d+) labels/).flatMap { Int($0.1) })
    #expect((50..<400).contains(count))
    // What the manifest lists is on paper; the rest follows where somebody says so.
    let listed = try folder.read("printed.ndjson").split(separator: "\n").count
    #expect(listed == count)
    _ = received.wait()
    let next = try #require(Listener(isSix: false))
    let rest = next.receiveAll()
    let done = try print(to: next.port, manifest: "printed.ndjson", resumes: true)
    #expect(done.labels == 400)
    let bytes = rest.wait()
    #expect(whole.suffix(bytes.count) == bytes[...])
    #expect(
      String(decoding: bytes, as: UTF8.self).components(separatedBy: "^XA").count == 401 - listed)
    let undisturbed = try #require(Listener(isSix: false))
    let all = undisturbed.receiveAll()
    _ = try print(to: undisturbed.port, manifest: "whole.ndjson")
    all.wait()
    let name = { (port: UInt16) in "tcp://127.0.0.1:\(port)" }
    let lines = try folder.read("printed.ndjson").split(separator: "\n")
    #expect(
      lines[listed...].joined(separator: "\n") + "\n"
        == (try folder.read("whole.ndjson")).split(separator: "\n")[listed...]
        .joined(separator: "\n").replacing(name(undisturbed.port), with: name(next.port)) + "\n")
    #expect(lines.count == 400)
  }

  /// One row with a thousand copies, in one order.
  @Test(arguments: [3, 499]) func `of one row's copies, those that went out are listed`(
    count: Int
  ) throws {
    let csv = "tag,name\nT-1,Chair\n"
    let batch = { (port: UInt16, resumes: Bool) in
      try LabelBatch(
        tag,
        to: .printer(
          .init(host: "127.0.0.1", port: port, timeout: .seconds(10)), .zplFields,
          manifest: folder.path("printed.ndjson")), .init(copies: 1000, resumes: resumes)
      ).run(.table(try reader(csv)))
    }
    _ = try LabelBatch(tag, to: .file(folder.path("one.zpl"), .zplFields))
      .run(.table(try reader(csv)))
    let size = try folder.bytes("one.zpl").count
    let listener = try #require(Listener(isSix: false))
    let received = listener.receiveAll(atMost: count * size + size / 2)
    let fault = try #require(throws: LabelFault.self) { try batch(listener.port, false) }
    received.wait()
    let listed = try folder.read("printed.ndjson").split(separator: "\n").count
    #expect(listed >= count && listed < 1000, "\(fault.message)")
    #expect(fault.message.contains("It has \(listed) labels of this run whole."))
    let next = try #require(Listener(isSix: false))
    let rest = next.receiveAll()
    #expect(try batch(next.port, true).labels == 1000)
    #expect(rest.wait().count == (1000 - listed) * size)
  }

  @Test func `a printer that takes nothing is given up`() throws {
    let listener = try #require(Listener(isSix: false))
    let held = listener.accept()
    defer { held.wait() }
    let fault = try #require(throws: LabelFault.self) {
      // Larger than what two systems buffer for one that doesn't read.
      let wide = try template(
        "- rectangle: filled\n  at: [1, 1]\n  size: [48, 20]\n- text: \"{name}\"\n  at: [1, 22]\n  size: [40, 3]\n  font: {size: 4}"
      )
      let csv = "tag,name\n" + (1...10_000).map { "T-\($0),\($0)\n" }.joined()
      _ = try LabelBatch(
        wide,
        to: .printer(
          .init(host: "127.0.0.1", port: listener.port, timeout: .milliseconds(300)), .zpl,
          manifest: nil), .init(jobs: 2, copies: 100)
      ).run(.table(try reader(csv)))
    }
    #expect(fault.code == "printer.silent")
    #expect(fault.message.contains("is it out of labels, or paused? It has "))
  }

  @Test func `a printer that isn't there is named before anything is drawn`() throws {
    let listener = try #require(Listener(isSix: false))
    let port = listener.port
    listener.close()
    let refused = try #require(throws: LabelFault.self) { try print(to: port) }
    #expect(refused.code == "printer.unreachable")
    #expect(
      refused.message
        == "tcp://127.0.0.1:\(port) can't be reached: connection refused. Nothing was sent.")
    let unknown = try #require(throws: LabelFault.self) {
      try print(to: 9100, host: "no-such-printer.invalid")
    }
    #expect(unknown.code == "printer.unreachable")
  }

  @Test(arguments: [
    ("tcp://printer", "tcp://printer:9100"), ("tcp://192.0.2.7:6101", "tcp://192.0.2.7:6101"),
    ("tcp://[2001:db8::7]", "tcp://[2001:db8::7]:9100"), ("tcp://[::1]:1/", "tcp://[::1]:1"),
    ("cups:Zebra_1", "cups:Zebra_1"), ("cups:Zebra/small", "cups:Zebra/small"),
  ])
  func `addresses are read`(text: String, meaning: String) throws {
    #expect(try PrinterAddress(text).text == meaning)
  }

  @Test(arguments: [
    "", "printer", "tcp://", "tcp://:9100", "tcp://a:", "tcp://a:0", "tcp://a:65536",
    "tcp://a:-1", "tcp://[::1", "tcp://[a]:1", "tcp://2001:db8::7", "tcp://a/b", "tcp://a b",
    "http://a", "cups:", "cups:a b", "cups:-o", "cups:a#b", "lp:a", "tcp://a\u{1B}[2J",
  ])
  func `what is no address is refused, safely for the screen`(text: String) throws {
    let fault = try #require(throws: LabelFault.self) { try PrinterAddress(text) }
    #expect(fault.code == "printer.address")
    #expect(!fault.message.contains("\u{1B}"))
  }
}
