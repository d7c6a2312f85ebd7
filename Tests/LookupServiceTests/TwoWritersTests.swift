import Foundation
import TestSupport
import Testing

/// `tally` and `tallyd` write into one ledger at the same time.
struct TwoWritersTests {
  /// A minute where the long tests are asked for, else as long as some pictures take.
  private static let isLong = ProcessInfo.processInfo.environment["TALLY_LONG_TESTS"] == "1"

  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `tally scans pictures while tallyd takes events, and nobody sees an error`() throws {
    let served = try ServedLedger()
    let port = served.service.port
    let (ledger, folder) = (served.tally.environment, served.tally.folder.path)
    let acknowledged = Acknowledged()
    let results = try Threads.run(3) { thread -> Int? in
      guard thread > 0 else {
        defer { acknowledged.finish() }
        return try Self.scanPictures(in: folder, ledger)
      }
      return try EventSender(device: "d\(thread)", port: port)
        .send(1...1_000_000, into: acknowledged)
    }
    let pictures = try #require(results[0])
    #expect(results[1...].allSatisfy { $0 == nil }, "every event got its answer")

    let kept = try EventsOnDisk(served.tally)
    let fromPictures = kept.ids.subtracting(acknowledged.all)
    #expect(acknowledged.all.count > 50, "the service was busy, too")
    #expect(acknowledged.all.isSubset(of: kept.ids))
    #expect(fromPictures.count == pictures, "one code a picture")
    #expect(kept.count == pictures + acknowledged.all.count)
    #expect(served.service.stop() == 0)
    #expect(!(try served.service.logText().contains("\"error\"")))
  }

  /// Makes pictures, one after the other, and scans all there are each time; returns how many.
  private static func scanPictures(in folder: String, _ ledger: [String: String]) throws -> Int {
    let end = Date().addingTimeInterval(60)
    var count = 0
    while isLong ? Date() < end : count < 12 {
      count += 1
      let picture = folder + "/pictures/\(count).png"
      try FileManager.default.createDirectory(
        atPath: folder + "/pictures", withIntermediateDirectories: true)
      let encoded = try Tally.program.run(
        ["encode", "qr-code", "W-\(count)", "--format", "png", "--out", picture],
        environment: ledger, in: folder)
      try #require(encoded.status == 0, "\(encoded.errors)")
      let scan = try Tally.program.run(
        ["stocktake", "scan", "Count", "pictures", "--location", "HQ/1", "--format", "ndjson"],
        environment: ledger, in: folder)
      try #require(scan.status == 0, "\(scan.errors)")
      try #require(scan.objects.count == count)
      try #require(
        scan.errors.contains(" 1 events recorded, \(count - 1) already"), "\(scan.errors)")
    }
    return count
  }
}
