import Foundation
import Imaging
import TestSupport
import Testing

/// `tally scan --isolate` of the built program: a worker's end costs one picture.
struct IsolationTests {
  private static let photos = ProjectFolder.path("samples/photos/HQ/3")

  @Test func `results are those of a scan in one process, down to annotated copies`() throws {
    let tally = try Tally()
    let plain = try tally("scan", Self.photos, "--format", "ndjson", "--annotate", "a")
    let isolated = try tally(
      "scan", Self.photos, "--format", "ndjson", "--annotate", "b", "--isolate")
    #expect(isolated.status == 0 && plain.objects.count > 2, "\(isolated.errors)")
    #expect(isolated.objects.map(Self.withoutTime) == plain.objects.map(Self.withoutTime))
    let copies = try FileManager.default.subpathsOfDirectory(atPath: tally.folder.path("a"))
    for copy in copies where copy.hasSuffix(".png") {
      #expect(try tally.folder.bytes("a/" + copy) == tally.folder.bytes("b/" + copy), "\(copy)")
    }
  }

  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `a stocktake gets the same events and crops`() throws {
    func crops(_ options: String...) throws -> (scan: Program.Result, hashes: String) {
      let tally = try Tally()
      try tally.prepare()
      let scan = try tally.run(
        ["stocktake", "scan", "Count", Self.photos, "--locations-from-folders"] + options)
      let script = """
        import sqlite3, sys
        rows = sqlite3.connect(sys.argv[1]).execute("SELECT hash FROM crops ORDER BY hash")
        print("\\n".join(row[0] for row in rows))
        """
      let python = try #require(Program.tool("python3"))
      return (scan, try python.run(["-c", script, tally.folder.path("ledger.sqlite")]).output)
    }
    let (plain, isolated) = (try crops(), try crops("--isolate"))
    #expect(isolated.scan.status == 0 && isolated.scan.errors == plain.scan.errors)
    #expect(plain.hashes.split(separator: "\n").count > 5 && isolated.hashes == plain.hashes)
  }

  @Test(arguments: [SIGKILL, SIGSEGV])
  func `a worker that crashes costs its picture, and the rest is read`(signal: Int32) throws {
    let tally = try Tally()
    try tally.drawTenPicturesAndAHugeOne()
    let scan = try tally.start(
      ["scan", "in", "--isolate", "--jobs", "1", "--format", "ndjson"], output: "out.ndjson")
    let worker = try tally.workerAtTheHugePicture(of: scan)
    kill(worker, signal)
    scan.waitUntilExit()
    try tally.expectOnlyTheHugePictureFailed("decoder.crashed")
    #expect(scan.terminationStatus == 1)
  }

  @Test func `a worker that hangs costs its picture, and the rest is read`() throws {
    let tally = try Tally()
    try tally.drawTenPicturesAndAHugeOne()
    let scan = try tally.start(
      ["scan", "in", "--isolate", "--timeout", "5", "--jobs", "1", "--format", "ndjson"],
      output: "out.ndjson")
    let worker = try tally.workerAtTheHugePicture(of: scan)
    kill(worker, SIGSTOP)
    scan.waitUntilExit()
    try tally.expectOnlyTheHugePictureFailed("decoder.timeout")
    #expect(kill(worker, 0) != 0, "the worker is gone")
  }

  @Test func `a picture that needs more memory than a worker may have costs itself alone`() throws {
    let tally = try Tally()
    try tally.drawTenPicturesAndAHugeOne()
    let scan = try tally.start(
      ["scan", "in", "--isolate", "--isolate-memory", "256", "--jobs", "1", "--format", "ndjson"],
      output: "out.ndjson")
    scan.waitUntilExit()
    try tally.expectOnlyTheHugePictureFailed("decoder.crashed")
  }

  @Test func `a worker that is killed between two pictures costs none`() throws {
    let tally = try Tally()
    let photo = Self.photos + "/301/desk-2.png"
    let pipe = Pipe()
    let scan = try tally.start(
      ["scan", "-", "--isolate", "--jobs", "1", "--format", "csv"], output: "out.csv", input: pipe)
    pipe.fileHandleForWriting.write(Data((photo + "\n").utf8))
    let header = 1
    for _ in 0..<400 where try tally.lineCount("out.csv") < header + 5 { usleep(50_000) }
    let worker = try #require(tally.workers(of: scan).first)
    kill(worker, SIGKILL)
    usleep(300_000)
    pipe.fileHandleForWriting.write(Data((photo + "\n").utf8))
    try pipe.fileHandleForWriting.close()
    scan.waitUntilExit()
    #expect(scan.terminationStatus == 0)
    #expect(try tally.lineCount("out.csv") == header + 10)
  }

  @Test func `no worker outlives a scan that is killed`() throws {
    let tally = try Tally()
    try tally.drawTenPicturesAndAHugeOne()
    let scan = try tally.start(
      ["scan", "in", "--isolate", "--jobs", "1", "--format", "ndjson"], output: "out.ndjson")
    let worker = try tally.workerAtTheHugePicture(of: scan)
    kill(scan.processIdentifier, SIGKILL)
    scan.waitUntilExit()
    for _ in 0..<200 where kill(worker, 0) == 0 { usleep(50_000) }
    #expect(kill(worker, 0) != 0)
  }

  /// Before its first byte of a HEIC file is converted, there is a folder for the pages.
  @Test(arguments: ["worker", "scan"])
  func `nothing of a worker that is killed amid a HEIC file stays behind`(victim: String) throws {
    let tally = try Tally()
    try tally.folder.write("in/a.heic", Array("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic".utf8))
    try tally.folder.write("tmp/x", "")
    let converter = try tally.folder.write("bin/heif-convert", "#!/bin/sh\nexec sleep 30\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: converter)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let scan = try tally.start(
      ["scan", "in", "--isolate", "--jobs", "1", "--format", "ndjson"], output: "out.ndjson",
      variables: [
        "TMPDIR": tally.folder.path("tmp"), "PATH": tally.folder.path("bin") + ":" + path,
      ])
    for _ in 0..<600 where !tally.temporaryFiles.contains(where: { $0.contains("heif") }) {
      usleep(50_000)
    }
    try #require(tally.temporaryFiles.contains { $0.contains("heif") })
    kill(victim == "scan" ? scan.processIdentifier : try tally.workers(of: scan)[0], SIGKILL)
    scan.waitUntilExit()
    for _ in 0..<200 where tally.temporaryFiles != ["x"] { usleep(50_000) }
    #expect(tally.temporaryFiles == ["x"])
    if victim == "worker" {
      #expect(try tally.folder.read("out.ndjson").contains("decoder.crashed"))
    }
  }

  private static func withoutTime(_ object: [String: Any]) -> NSDictionary {
    object.filter { $0.key != "ms" } as NSDictionary
  }
}

extension Tally {
  /// `in/00.png` to `in/09.png` with a symbol each, and after them `in/huge.png`, which takes a
  /// worker a while and much memory.
  fileprivate func drawTenPicturesAndAHugeOne() throws {
    try folder.write("in/x", "")
    for number in 0..<10 {
      let drawn = try run([
        "encode", "code-128", "N\(number)", "--format", "png", "--out", "in/0\(number).png",
      ])
      try #require(drawn.status == 0, "\(drawn.errors)")
    }
    // Bars all over, with sixteen times the pixels of a camera's photo.
    let (width, height) = (14_000, 14_000)
    var bitmap = Bitmap(width: width, height: height)
    for x in stride(from: 0, to: width, by: 7) {
      bitmap.fill(x: x, y: 0, width: 3, height: height)
    }
    try folder.write("in/huge.png", PNGWriter.encode(bitmap, dpi: 300))
    try folder.write(
      "in/last.png", try folder.bytes("in/00.png"))
  }

  /// The processes that a process has started and not collected.
  fileprivate func workers(of process: Process) throws -> [Int32] {
    let path = "/proc/\(process.processIdentifier)/task"
    return try FileManager.default.contentsOfDirectory(atPath: path).flatMap { thread in
      let children = try? String(contentsOfFile: "\(path)/\(thread)/children", encoding: .utf8)
      return (children ?? "").split(separator: " ").compactMap { Int32($0) }
    }
  }

  fileprivate var temporaryFiles: [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: folder.path("tmp"))) ?? []
  }

  fileprivate func lineCount(_ file: String) throws -> Int {
    try folder.read(file).split(separator: "\n", omittingEmptySubsequences: false).count - 1
  }

  /// The worker, once it has the huge picture in its hands: all before it is printed.
  fileprivate func workerAtTheHugePicture(of scan: Process) throws -> Int32 {
    for _ in 0..<1200 where try lineCount("out.ndjson") < 10 { usleep(10_000) }
    let worker = try #require(workers(of: scan).first)
    usleep(200_000)
    let printed = try lineCount("out.ndjson")
    try #require(scan.isRunning && printed == 10, "the huge picture is under way")
    return worker
  }

  fileprivate func expectOnlyTheHugePictureFailed(_ code: String) throws {
    let lines = try folder.read("out.ndjson").split(separator: "\n")
    let objects = try lines.compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    try #require(objects.count == 12)
    for object in objects {
      let isHuge = object["path"] as? String == "in/huge.png"
      let error = object["error"] as? [String: Any]
      #expect(error?["code"] as? String == (isHuge ? code : nil))
      #expect((object["symbols"] as? [Any])?.count == (isHuge ? 0 : 1))
      #expect((object["sha256"] as? String)?.count == 64)
    }
  }
}
