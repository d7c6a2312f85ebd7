import Foundation
import TestSupport
import Testing

/// `tally scan --watch` of the built program.
struct WatchTests {
  private static let photo = ProjectFolder.path("samples/photos/HQ/3/301/desk-2.png")

  private func picture() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: Self.photo)))
  }

  @Test func `what is there comes first, then what comes, each once, until Ctrl-C`() throws {
    let tally = try Tally()
    try tally.folder.write("in/a.png", picture())
    let watch = try Watch(tally, ["scan", "in", "--watch", "--format", "ndjson"])
    try watch.waitForPaths(["in/a.png"])
    try tally.folder.write("in/b.png", picture())
    try tally.folder.write("in/notes.txt", "no picture")
    try tally.folder.write("in/new/deep/c.png", picture())
    try tally.folder.write("outside.png", picture())
    try FileManager.default.moveItem(
      atPath: tally.folder.path("outside.png"), toPath: tally.folder.path("in/d.png"))
    try FileManager.default.linkItem(
      atPath: Self.photo, toPath: tally.folder.path("in/e.png"))
    try watch.waitForPaths(["in/a.png", "in/b.png", "in/d.png", "in/e.png", "in/new/deep/c.png"])
    // Written again with the same content: nothing new.
    try tally.folder.write("in/b.png", picture())
    try tally.folder.write("in/last.png", picture())
    try watch.waitForPaths([
      "in/a.png", "in/b.png", "in/d.png", "in/e.png", "in/last.png", "in/new/deep/c.png",
    ])
    #expect(watch.end(SIGINT) == 130)
    #expect(try watch.paths().count == 6)
    #expect(try watch.errors().contains("6 pictures, 30 symbols, 0 failed"))
  }

  @Test func `a picture is scanned when its writer has closed it, and not before`() throws {
    let tally = try Tally()
    let bytes = try picture()
    // One writer was there before the watch began, one makes a folder of its own.
    let early = try SlowWriter(tally.folder.path("in/early.png"), bytes.prefix(5000))
    let watch = try Watch(tally, ["scan", "in", "--watch", "--format", "ndjson"])
    try tally.folder.write("in/first.png", bytes)
    try watch.waitForPaths(["in/first.png"])
    let late = try SlowWriter(tally.folder.path("in/new/late.png"), bytes.prefix(5000))
    try tally.folder.write("in/second.png", bytes)
    try watch.waitForPaths(["in/first.png", "in/second.png"])
    // Longer than a file rests before it would count as complete.
    sleep(4)
    #expect(try watch.paths() == ["in/first.png", "in/second.png"])
    for writer in [early, late] { try writer.end(bytes.dropFirst(5000)) }
    try watch.waitForPaths(["in/early.png", "in/first.png", "in/new/late.png", "in/second.png"])
    #expect(watch.end(SIGTERM) == 143)
    #expect(try watch.objects().allSatisfy { ($0["symbols"] as? [Any])?.count == 5 })
  }

  @Test func `after more files than the kernel's queue holds, none is missing`() throws {
    let tally = try Tally()
    let count = 9000
    let tiny = try tinyPicture(tally)
    try tally.folder.write("in/0/x.png", tiny)
    let watch = try Watch(tally, ["scan", "in", "--watch", "--format", "csv"])
    try watch.waitFor { try watch.lines().count == 2 }
    kill(watch.process.processIdentifier, SIGSTOP)
    for number in 0..<count { try tally.folder.write("in/0/\(number).png", tiny) }
    kill(watch.process.processIdentifier, SIGCONT)
    try watch.waitFor { try watch.lines().count >= 2 + count }
    #expect(watch.end(SIGINT) == 130)
    #expect(Set(try watch.lines()).count == 2 + count)
    #expect(try watch.lines().count == 2 + count)
  }

  @Test func `a stocktake takes what comes, and keeps it`() throws {
    let tally = try Tally()
    try tally.prepare()
    try tally.folder.write("in/HQ/1/101/a.png", picture())
    let watch = try Watch(
      tally,
      [
        "stocktake", "scan", "Count", "in", "--watch", "--locations-from-folders", "--format",
        "ndjson",
      ])
    try watch.waitForPaths(["in/HQ/1/101/a.png"])
    let other = ProjectFolder.path("samples/photos/HQ/3/301/desk-1.jpg")
    try tally.folder.write(
      "in/HQ/3/301/b.jpg", Array(Data(contentsOf: URL(fileURLWithPath: other))))
    try watch.waitForPaths(["in/HQ/1/101/a.png", "in/HQ/3/301/b.jpg"])
    #expect(watch.end(SIGINT) == 130)
    #expect(try watch.errors().contains("0 already there"))
    let again = try tally("stocktake", "scan", "Count", "in", "--locations-from-folders")
    #expect(again.errors.contains("0 events recorded"))
  }

  @Test func `it ends by itself when its folders are gone, and names them`() throws {
    let tally = try Tally()
    try tally.folder.write("in/a.png", picture())
    let watch = try Watch(tally, ["scan", "in", "--watch", "--format", "ndjson"])
    try watch.waitForPaths(["in/a.png"])
    try FileManager.default.removeItem(atPath: tally.folder.path("in"))
    watch.process.waitUntilExit()
    #expect(watch.process.terminationStatus == 0)
    #expect(try watch.errors().contains("“in” is gone"))
  }

  private func tinyPicture(_ tally: Tally) throws -> [UInt8] {
    let drawn = try tally(
      "encode", "qr-code", "A", "--format", "png", "--module", "2", "--out", "tiny.png")
    try #require(drawn.status == 0)
    return try tally.folder.bytes("tiny.png")
  }
}

/// A program that watches, and what it has said so far.
private struct Watch {
  let process: Process
  private let folder: TemporaryFolder

  init(_ tally: Tally, _ arguments: [String]) throws {
    folder = tally.folder
    process = try tally.start(arguments, output: "out.txt", errors: "err.txt")
    let errors = self.errors
    try waitFor { try errors().contains("Watching") }
  }

  func errors() throws -> String { try folder.read("err.txt") }

  /// Whole lines of its output.
  func lines() throws -> [Substring] {
    try folder.read("out.txt").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  func objects() throws -> [[String: Any]] {
    try lines().compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  func paths() throws -> [String] { try objects().compactMap { $0["path"] as? String }.sorted() }

  func waitForPaths(_ expected: [String], _ location: SourceLocation = #_sourceLocation) throws {
    try waitFor { try paths() == expected }
    #expect(try paths() == expected, sourceLocation: location)
  }

  /// Waits until something is the case, a minute at most: what follows checks it.
  func waitFor(_ isTrue: () throws -> Bool) throws {
    for _ in 0..<1200 where try !isTrue() { usleep(50_000) }
  }

  /// Its status after a signal.
  func end(_ signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }
}

/// Somebody who writes a file in two parts.
private final class SlowWriter {
  private let file: UnsafeMutablePointer<FILE>

  init(_ path: String, _ start: ArraySlice<UInt8>) throws {
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    file = try #require(fopen(path, "w"))
    try write(start)
    fflush(file)
  }

  func end(_ rest: ArraySlice<UInt8>) throws {
    try write(rest)
    fclose(file)
  }

  private func write(_ bytes: ArraySlice<UInt8>) throws {
    try #require(fwrite(Array(bytes), 1, bytes.count, file) == bytes.count)
  }
}
