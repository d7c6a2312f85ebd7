import Foundation
import TestSupport
import Testing

/// Memory of the built program.
struct MemoryTests {
  @Test(arguments: [[], ["--unordered"], ["--isolate"]])
  func `ten thousand pictures take no more memory than a hundred`(options: [String]) throws {
    let tally = try Tally()
    let drawn = try tally(
      "encode", "qr-code", "A", "--format", "png", "--module", "3", "--out", "a.png")
    try #require(drawn.status == 0)
    let few = try tally.peakOfScanning(100, options)
    let many = try tally.peakOfScanning(10_000, options)
    // Names of a folder's files take some bytes each; a picture's result takes a thousand.
    #expect(many < few + 4096, "\(few) and \(many) KiB")
  }
}

extension Tally {
  /// The most memory that a scan of so many pictures had, in KiB.
  fileprivate func peakOfScanning(_ count: Int, _ options: [String]) throws -> Int {
    try folder.write("\(count)/x", "")
    for number in 0..<count {
      try FileManager.default.linkItem(
        atPath: folder.path("a.png"), toPath: folder.path("\(count)/\(number).png"))
    }
    let scan = try start(
      ["scan", "\(count)", "--format", "csv", "-q"] + options, output: "out.csv")
    var peak = 0
    // The mark only grows: the last look before the end is as good as one at the end.
    while scan.isRunning {
      peak = Self.highWaterMark(of: scan) ?? peak
      usleep(5000)
    }
    #expect(scan.terminationStatus == 0)
    #expect(try folder.read("out.csv").split(separator: "\n").count == 1 + count)
    return try #require(peak > 0 ? peak : nil)
  }

  private static func highWaterMark(of process: Process) -> Int? {
    let path = "/proc/\(process.processIdentifier)/status"
    let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.first { $0.hasPrefix("VmHWM:") }
      .flatMap { Int($0.split(whereSeparator: \.isWhitespace)[1]) }
  }
}
