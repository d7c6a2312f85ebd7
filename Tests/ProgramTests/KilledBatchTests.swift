import Foundation
import TestSupport
import Testing

/// Batches of labels that are killed, stopped, or run out of room.
struct KilledBatchTests {
  private static let rows =
    "tag,count\n"
    + (1...800).map { $0 % 50 == 3 ? "T-\($0),many\n" : "T-\($0),\($0 % 3)\n" }.joined()

  private static let template = """
    name: killed
    size: [30, 12]
    file: "{tag}"
    copies: "{count}"
    fields: {tag: {required: true}, count: {}}
    elements:
      - qr-code: "{tag}-{n:05}"
        at: [2, 2]
        size: 8
      - text: "{tag}"
        at: [12, 2]
        size: [17, 5]
    """

  private func prepared() throws -> Tally {
    let tally = try Tally()
    try tally.folder.write("t.yaml", Self.template)
    try tally.folder.write("rows.csv", Self.rows)
    return tally
  }

  private func arguments(_ format: String, into folder: String) -> [String] {
    [
      "label", "render", "--template", "t.yaml", "--data", "rows.csv", "--format", format,
      "--out", format == "zpl" ? "\(folder)/labels.zpl" : folder, "--jobs", "2",
    ]
  }

  private func contents(_ tally: Tally, _ name: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: tally.folder.path(name)) {
      contents[file] = try tally.folder.bytes("\(name)/\(file)")
    }
    return contents
  }

  private func makeFolder(_ tally: Tally, _ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: tally.folder.path(name), withIntermediateDirectories: true)
  }

  @Test(arguments: ["png", "svg", "zpl"])
  func `what is resumed after kill -9 ends with the same bytes`(format: String) throws {
    let tally = try prepared()
    try makeFolder(tally, "once")
    let start = ContinuousClock.now
    let once = try tally.run(arguments(format, into: "once"))
    let whole = Int((ContinuousClock.now - start) / .microseconds(1))
    #expect(once.status == 1, "\(once.errors)")
    let expected = try contents(tally, "once")
    var random = RandomSource(seed: 20)
    var interrupted = 0
    for round in 0..<7 {
      let folder = "round\(round)"
      try makeFolder(tally, folder)
      // Some are killed again while they resume.
      for attempt in 0...round % 3 {
        let process = try tally.start(
          arguments(format, into: folder) + (attempt > 0 ? ["--resume"] : []), output: "out")
        usleep(UInt32.random(in: 10_000...UInt32(max(whole, 20_000)), using: &random))
        if process.isRunning { interrupted += 1 }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      let resumed = try tally.run(arguments(format, into: folder) + ["--resume"])
      #expect(resumed.status == 1)
      #expect(
        resumed.output.replacingOccurrences(of: folder, with: "once") == once.output)
      #expect(resumed.errors == once.errors, "faults of finished rows are told again")
      #expect(try contents(tally, folder) == expected, "\(folder)")
    }
    #expect(interrupted > 0)
  }

  @Test func `Ctrl-C keeps what is finished, and the rest follows`() throws {
    let tally = try prepared()
    _ = try tally.run(arguments("png", into: "once"))
    let process = try tally.start(arguments("png", into: "out"), output: "said")
    let manifest = tally.folder.path("out/manifest.ndjson")
    while process.isRunning, (try? Data(contentsOf: URL(fileURLWithPath: manifest)).count) ?? 0 == 0
    {
      usleep(2000)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let before = try contents(tally, "out")
    let listed = try tally.folder.read("out/manifest.ndjson").split(separator: "\n")
    let named = listed.filter { !$0.contains(#""file":null"#) }
    #expect(!named.isEmpty && named.count == before.count - 1, "each file is listed")
    #expect(try tally.run(arguments("png", into: "out") + ["--resume"]).status == 1)
    #expect(try contents(tally, "out") == contents(tally, "once"))
  }

  @Test(.enabled(if: TinyDisk.isPossible, "needs the right to mount a tmpfs"))
  func `a full disk is named, and when there is room the batch goes on`() throws {
    let tally = try prepared()
    _ = try tally.run(arguments("png", into: "once"))
    let disk = try TinyDisk(kilobytes: 1500)
    let full = try tally.run(arguments("png", into: disk.path("out")))
    #expect(full.status == 2)
    #expect(full.errors.contains("no space left on device"))
    #expect(try disk.grow(to: 64_000))
    #expect(try tally.run(arguments("png", into: disk.path("out")) + ["--resume"]).status == 1)
    var after: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: disk.path("out")) {
      after[file] = try Array(Data(contentsOf: URL(fileURLWithPath: disk.path("out/\(file)"))))
    }
    #expect(try after == contents(tally, "once"))
  }

  @Test func `an unwritable folder is refused`() throws {
    let tally = try prepared()
    let result = try tally.run(arguments("png", into: "/proc/no-such-folder"))
    #expect(result.status == 2)
    #expect(result.errors.contains("/proc/no-such-folder"))
  }
}
