import Foundation
import TestSupport
import Testing

/// What a person does with pictures of a count: mistakes, corrections, walks.
struct PictureIntakeTests {
  private static let desk = ProjectFolder.path("samples/photos/HQ/3/301/desk-2.png")

  private func tally(_ files: String...) throws -> Tally {
    let tally = try Tally()
    try tally.prepare()
    for file in files {
      try tally.folder.write(file, Array(Data(contentsOf: URL(fileURLWithPath: Self.desk))))
    }
    return tally
  }

  @Test func `the same picture in another room's folder is told, and counts once`() throws {
    let tally = try tally("photos/HQ/1/101/a.png", "photos/HQ/1/102/copy.png")
    let scan = try tally("stocktake", "scan", "Count", "photos", "--locations-from-folders")
    #expect(scan.status == 1)
    #expect(scan.errors.contains("already counted in “HQ/1/101”"))
    #expect(scan.errors.contains("copy.png"))
    #expect(scan.errors.split(separator: "\n").filter { $0.contains("copy.png") }.count == 1)
  }

  @Test func `a voided picture doesn't count again, and says so`() throws {
    let tally = try tally("a.png")
    let scan = ["stocktake", "scan", "Count", "a.png", "--location", "HQ/1/101"]
    #expect(try tally.run(scan).status == 0)
    #expect(try tally("stocktake", "void", "Count", "--image", "a.png").status == 0)
    let again = try tally.run(scan)
    #expect(again.status == 1)
    #expect(again.errors.contains("voided"))
    #expect(again.errors.contains("0 events recorded"))
  }

  @Test func `a renamed picture adds nothing`() throws {
    let tally = try tally("a.png", "b.png")
    #expect(try tally("stocktake", "scan", "Count", "a.png", "--location", "HQ/1").status == 0)
    let renamed = try tally("stocktake", "scan", "Count", "b.png", "--location", "HQ/1")
    #expect(renamed.status == 0)
    #expect(renamed.errors.contains("0 events recorded"))
  }

  @Test func `a location label that was photographed tells where the next pictures are`() throws {
    let tally = try tally("walk/2.png", "later.png")
    try tally.drawLabel("HQ/3/301", "walk/1.png")
    #expect(try tally("stocktake", "scan", "Count", "walk").status == 0)
    let report = try tally("stocktake", "report", "Count", "--format", "json").object
    let seen = (report["lines"] as? [[String: Any]] ?? []).compactMap { $0["seen_at"] as? String }
    #expect(!seen.isEmpty && seen.allSatisfy { $0 == "HQ/3/301" })
    let explained = try tally("stocktake", "explain", "Count", "AST-000159", "--format", "csv")
    #expect(explained.output.contains("location,context,HQ/3/301"))
  }

  @Test func `a picture of a later walk doesn't take over the last room of an earlier one`() throws
  {
    let tally = try tally("late.png")
    try tally.drawLabel("HQ/1/101", "walk/1.png")
    #expect(try tally("stocktake", "scan", "Count", "walk").status == 0)
    #expect(try tally("stocktake", "scan", "Count", "late.png").status == 0)
    let report = try tally("stocktake", "report", "Count", "--format", "json").object
    let seen = (report["lines"] as? [[String: Any]] ?? []).compactMap { $0["seen_at"] as? String }
    #expect(!seen.isEmpty && seen.allSatisfy { $0 == "HQ" }, "the scope's only location")
  }

  @Test func `paths come through a pipe that stays open, and results don't wait for its end`()
    throws
  {
    let tally = try tally("a.png")
    let pipe = Pipe()
    let process = try tally.start(
      ["scan", "-", "--format", "ndjson", "-q"], output: "out.ndjson", input: pipe)
    pipe.fileHandleForWriting.write(Data("a.png\n".utf8))
    for _ in 0..<1000 where try tally.folder.read("out.ndjson").isEmpty { usleep(10_000) }
    #expect(try tally.folder.read("out.ndjson").contains("a.png"))
    #expect(process.isRunning)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }
}

extension Tally {
  fileprivate func drawLabel(_ code: String, _ file: String) throws {
    try folder.write(file, "")
    let drawn = try run([
      "encode", "qr-code", code, "--format", "png", "--module", "8", "--out", file,
    ])
    try #require(drawn.status == 0, "\(drawn.errors)")
  }
}
