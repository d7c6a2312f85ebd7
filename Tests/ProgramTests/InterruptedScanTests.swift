import Foundation
import Imaging
import TestSupport
import Testing

/// Ctrl-C in the middle of a scan.
struct InterruptedScanTests {
  @Test(arguments: [SIGINT, SIGTERM])
  func `what was begun is finished and printed, and the summary counts it`(signal: Int32) throws {
    let tally = try Tally()
    try tally.prepare()
    let photos = ProjectFolder.path("samples/photos")
    let many = Array(repeating: photos, count: 40)
    let process = try tally.start(
      ["scan"] + many + ["--format", "ndjson", "--jobs", "2"], output: "out", errors: "err")
    #expect(try tally.statusAfter(signal, process) == (signal == SIGINT ? 130 : 143))
    let text = try tally.folder.read("out")
    #expect(text.hasSuffix("\n"))
    let lines = text.split(separator: "\n")
    for line in lines {
      #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil)
    }
    #expect(lines.count < 40 * 32)
    #expect(try tally.folder.read("err").hasPrefix("\(lines.count) picture"))
  }

  @Test func `a stocktake keeps what was printed, and the next run adds the rest`() throws {
    let tally = try Tally()
    try tally.prepare()
    let arguments = [
      "stocktake", "scan", "Count", ProjectFolder.path("samples/photos"),
      "--locations-from-folders", "--jobs", "1", "--format", "ndjson",
    ]
    let process = try tally.start(arguments, output: "out", errors: "err")
    #expect(try tally.statusAfter(SIGINT, process) == 130)
    let printed = try tally.folder.read("out").split(separator: "\n").count
    #expect(printed > 0 && printed < 32)
    let kept = try tally.number(before: " events recorded", in: tally.folder.read("err"))
    let again = try tally.run(arguments)
    #expect(again.objects.count == 32)
    #expect(try tally.number(before: " already there", in: again.errors) == kept)
  }

  @Test func `a second Ctrl-C doesn't wait for a picture that takes long`() throws {
    let tally = try Tally()
    let huge = Bitmap(width: 14_000, height: 14_000)
    try tally.folder.write("huge.png", PNGWriter.encode(huge, dpi: 300))
    let process = try tally.start(["scan", "huge.png"], output: "out", errors: "err")
    // With the pixels in memory it is at work.
    for _ in 0..<1000 where residentBytes(of: process) < 150 << 20 { usleep(10_000) }
    kill(process.processIdentifier, SIGINT)
    usleep(100_000)
    try #require(process.isRunning, "the picture is finished first")
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    #expect(try tally.folder.read("out").isEmpty)
  }

  private func residentBytes(of process: Process) -> Int {
    let path = "/proc/\(process.processIdentifier)/statm"
    let pages = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: " ") ?? []
    return pages.count > 1 ? (Int(pages[1]) ?? 0) * 4096 : 0
  }
}

extension Tally {
  /// The status of a program that gets a signal as soon as it has printed something to `out`.
  fileprivate func statusAfter(_ signal: Int32, _ process: Process) throws -> Int32 {
    for _ in 0..<2000 where try folder.read("out").isEmpty { usleep(10_000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  fileprivate func number(before words: String, in text: String) throws -> Int {
    let start = try #require(text.range(of: words)).lowerBound
    let digits = String(text[..<start].reversed().prefix { $0.isNumber }.reversed())
    return try #require(Int(digits), "\(text)")
  }
}
