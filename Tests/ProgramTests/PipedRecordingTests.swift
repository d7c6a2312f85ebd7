import Foundation
import TestSupport
import Testing

/// Codes that come one by one through a pipe, as from a hand scanner on a serial line.
struct PipedRecordingTests {
  @Test(.timeLimit(.minutes(2)))
  func `each is kept as it comes, and a killed program loses none`() throws {
    let tally = try Tally()
    try tally.folder.write("assets.csv", "tag,location\nA-1,HQ\nA-2,HQ\nA-3,HQ\n")
    _ = try tally("asset", "import", "assets.csv")
    _ = try tally("stocktake", "open", "Q", "--scope", "HQ")
    let pipe = Pipe()
    let recording = try tally.start(
      ["stocktake", "record", "Q", "--location", "HQ"], output: "out", input: pipe)
    for count in 1...2 {
      pipe.fileHandleForWriting.write(Data("A-\(count)\n".utf8))
      while try found(tally) < count { usleep(50_000) }
    }
    kill(recording.processIdentifier, SIGKILL)
    recording.waitUntilExit()
    #expect(try found(tally) == 2)
  }

  private func found(_ tally: Tally) throws -> Int {
    let outcomes = try tally("stocktake", "list").objects.first?["outcomes"] as? [String: Int]
    return outcomes?["found"] ?? -1
  }

  @Test func `a room's label counts for what follows it, also after --location`() throws {
    let tally = try Tally()
    try tally.folder.write("assets.csv", "tag,location\nA-1,HQ/1\nA-2,HQ/2\nA-3,HQ/2\n")
    _ = try tally("asset", "import", "assets.csv")
    _ = try tally("stocktake", "open", "Q", "--scope", "HQ")
    _ = try tally(
      "stocktake", "record", "Q", "--location", "HQ/1", input: "A-1\nHQ/2\nA-2\nA-3\n")
    #expect(try found(tally) == 3)
  }

  @Test func `what isn't a file of events is refused as a whole`() throws {
    let tally = try Tally()
    _ = try tally("location", "add", "HQ")
    _ = try tally("stocktake", "open", "Q", "--scope", "HQ")
    try tally.folder.write("packed.gz", [0x1F, 0x8B, 8, 0, 10, 10, 10])
    let packed = try tally("stocktake", "record", "Q", "--file", "packed.gz")
    #expect(packed.status == 2)
    #expect(packed.errors.split(separator: "\n").count == 1, "\(packed.errors)")
    let folder = try tally("stocktake", "record", "Q", "--file", ".")
    #expect((folder.status, folder.output) == (2, ""))
    #expect(folder.errors.contains("is a directory"))
  }

  @Test func `events of another stocktake are told by its name`() throws {
    let tally = try Tally()
    for (place, name) in [("HQ", "Spring"), ("Shed", "Autumn")] {
      _ = try tally("location", "add", place)
      _ = try tally("stocktake", "open", name, "--scope", place)
    }
    let event =
      #"{"client_event_id":"e1","device_id":"d","device_seq":1,"occurred_at":1,"kind":"scan","code":"X"}"#
    #expect(try tally("stocktake", "record", "Spring", "--file", "-", input: event).status == 0)
    let again = try tally("stocktake", "record", "Autumn", "--file", "-", input: event)
    #expect(again.status == 1)
    #expect(again.errors.contains("is in stocktake 1 “Spring” already"), "\(again.errors)")
  }
}
