import Foundation
import TestSupport
import Testing

/// kill -9 in the middle of a scan into the ledger.
struct KilledScanTests {
  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `what was printed before kill -9 is kept, and running again doubles nothing`() throws {
    let whole = try Tally()
    try whole.prepare()
    let complete = try whole.scanPhotos()
    let expected = try whole.eventsByPicture()

    for milliseconds in [0, 30, 90, 200, 350, 500] {
      let tally = try Tally()
      try tally.prepare()
      let printed = try tally.scanAndKill(milliseconds, afterTheFirstLine: "scan.ndjson")
      #expect(!printed.isEmpty)
      #expect(try tally("ledger", "verify").status == 0)
      let kept = try tally.eventsByPicture()
      for picture in printed { #expect(kept[picture] == expected[picture], "\(picture)") }
      let again = try tally.scanPhotos()
      #expect(again.status == 0)
      #expect(again.objects.count == complete.objects.count)
      #expect(try tally.eventsByPicture() == expected, "killed after \(milliseconds) ms")
    }
  }
}

extension Tally {
  /// Runs a scan and kills it some time after its first line was printed; returns the pictures
  /// (`sha256:…`) that it printed.
  fileprivate func scanAndKill(
    _ milliseconds: Int, afterTheFirstLine output: String
  ) throws -> Set<String> {
    let process = try start(
      [
        "stocktake", "scan", "Count", ProjectFolder.path("samples/photos"),
        "--locations-from-folders", "--format", "ndjson", "--jobs", "1",
      ], output: output)
    while process.isRunning, try !folder.read(output).contains("\n") { usleep(5000) }
    usleep(UInt32(milliseconds) * 1000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let complete = try folder.read(output).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    return Set(
      try complete.map { line in
        let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return "sha256:\(try #require(json?["sha256"] as? String))"
      })
  }

  /// How many events of each picture the ledger has, as another program reads it.
  fileprivate func eventsByPicture() throws -> [String: Int] {
    let script = """
      import json, sqlite3, sys
      rows = sqlite3.connect(sys.argv[1]).execute("SELECT image, COUNT(*) FROM scan_events GROUP BY image")
      print(json.dumps(dict(rows.fetchall())))
      """
    let python = try #require(Program.tool("python3"))
    let result = try python.run(["-c", script, folder.path("ledger.sqlite")])
    return try #require(result.object as? [String: Int], "\(result.errors)")
  }
}
