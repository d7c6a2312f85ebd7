import Foundation
import TestSupport
import Testing

/// kill -9 in the middle of a scan into the ledger.
struct KilledScanTests {
  @Test func `what was printed before kill -9 is kept, and running again doubles nothing`() throws {
    let whole = try Tally()
    try whole.prepare()
    let complete = try whole.scanPhotos()
    let expected = try whole.eventCount()

    var killed = 0
    for milliseconds in [40, 90, 140, 200, 260, 320, 400, 500] {
      let tally = try Tally()
      try tally.prepare()
      killed += try tally.scanAndKill(after: milliseconds) ? 1 : 0
      let printed = try tally.printedSymbols()
      #expect(try tally.eventCount() >= printed, "killed after \(milliseconds) ms")
      let again = try tally.scanPhotos()
      #expect(again.status == 0)
      #expect(again.objects.count == complete.objects.count)
      #expect(try tally.eventCount() == expected, "killed after \(milliseconds) ms")
    }
    // The moments are spread so that some hit the run whatever the machine's speed.
    #expect(killed > 0)
  }
}

extension Tally {
  fileprivate func eventCount() throws -> Int {
    try run(["ledger", "info", "--format", "json"]).object["scan_events"] as? Int ?? -1
  }

  /// Whether the scan was still running when it was killed.
  fileprivate func scanAndKill(after milliseconds: Int) throws -> Bool {
    // One job and small groups of pictures: the run is long enough to be hit.
    let process = try start(
      [
        "stocktake", "scan", "Count", ProjectFolder.path("samples/photos"),
        "--locations-from-folders", "--format", "ndjson", "--jobs", "1",
      ], output: "scan.ndjson")
    usleep(UInt32(milliseconds) * 1000)
    let isRunning = process.isRunning
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return isRunning
  }

  /// Valid symbols on the complete lines that the killed run printed.
  fileprivate func printedSymbols() throws -> Int {
    let text = try folder.read("scan.ndjson")
    return text.split(separator: "\n").reduce(0) { count, line in
      let json = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let symbols = json?["symbols"] as? [[String: Any]] ?? []
      return count + symbols.count { $0["valid"] as? Bool == true }
    }
  }
}

/// Ctrl-C in the middle of a scan.
struct InterruptedScanTests {
  @Test func `Ctrl-C ends with 130, and what was done is printed and kept`() throws {
    let tally = try Tally()
    try tally.prepare()
    let photos = ProjectFolder.path("samples/photos")
    let many = Array(repeating: photos, count: 40)
    let process = try tally.start(
      ["scan"] + many + ["--format", "ndjson", "--jobs", "1", "-q"], output: "scan.ndjson")
    // The scan takes seconds; it is interrupted as soon as something was printed.
    for _ in 0..<400 where try tally.folder.read("scan.ndjson").isEmpty { usleep(25_000) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    let text = try tally.folder.read("scan.ndjson")
    #expect(text.hasSuffix("\n"))
    for line in text.split(separator: "\n") {
      #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil)
    }
  }
}
