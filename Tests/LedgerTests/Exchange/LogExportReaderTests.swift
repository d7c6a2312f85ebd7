import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct LogExportReaderTests {
  private let folder: TemporaryFolder
  private let ledger: TestLedger
  private let lines: [String]

  init() throws {
    (folder, ledger) = (try TemporaryFolder(), try ExportedLedger.make())
    var bytes: [UInt8] = []
    _ = try ledger.store.exportLog { bytes += $0 }
    lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func check(_ lines: [String], key: VerifierKey? = nil) throws -> LogExport.Summary {
    let path = try folder.write("export", lines.map { $0 + "\n" }.joined())
    var reader = try LogExportReader(path: path, key: key)
    return try reader.check()
  }

  private func refusal(_ lines: [String]) throws -> LedgerFault? {
    try fault { _ = try check(lines) }
  }

  @Test func `a file that is whole has the root of its ledger`() throws {
    let info = try ledger.store.info()
    let summary = try check(lines, key: VerifierKey(info.verifierKey))
    #expect(summary.root == (try ledger.store.audit().root))
    #expect((summary.entries, summary.crops, summary.reports) == (info.entries, 1, 1))
    let other = try VerifierKey(TestLedger().store.info().verifierKey)
    #expect(try fault { _ = try check(lines, key: other) }?.code == "note.unsigned")
  }

  @Test func `an entry that was changed, taken away or moved is named`() throws {
    let size = try ledger.store.info().entries
    var random = RandomSource(seed: 23)
    for seq in [1, 64, 65, size] + (0..<8).map({ _ in Int.random(in: 1...size, using: &random) }) {
      let place = try #require(lines.firstIndex { $0.hasSuffix(",\"seq\":\(seq)}") })
      var changed = lines
      changed[place] = changed[place].replacing("recorded_at\":1", with: "recorded_at\":2")
      #expect(try refusal(changed)?.message.contains("entry \(seq) ") == true)
      changed.remove(at: place)
      #expect(try refusal(changed)?.message.contains("entry \(seq) ") == true)
      changed = lines
      changed.swapAt(place, place + 1)
      #expect(try refusal(changed)?.code == "export.damaged")
      #expect(try refusal(Array(lines.prefix(place)))?.code == "export.damaged")
    }
  }

  @Test func `a file that was cut off, or has lines of its own, is refused`() throws {
    for ending in [Array(lines.dropLast()), Array(lines.dropLast(2)), Array(lines.prefix(1))] {
      #expect(try refusal(ending)?.code == "export.damaged")
    }
    #expect(try refusal(lines + ["{}"])?.code == "export.damaged")
    #expect(try refusal([lines[0], "{}"] + lines.dropFirst())?.code == "export.damaged")
    for start in ["{\"crop\"", "{\"report\""] {
      let place = try #require(lines.firstIndex { $0.hasPrefix(start) })
      var changed = lines
      changed.remove(at: place)
      #expect(try refusal(changed)?.code == "export.damaged")
    }
    // The counts of the first line are nobody's signature: the entries say what has to be there.
    for (start, count) in [("{\"crop\"", "\"crops\":"), ("{\"report\"", "\"reports\":")] {
      let changed = lines.filter { !$0.hasPrefix(start) }
      let head = changed[0].replacing(count + "1", with: count + "0")
      let refused = try refusal([head] + changed.dropFirst())
      #expect(refused?.message.hasSuffix("is missing.") == true, "\(start)")
    }
    #expect(try refusal(["tag,name", "A-1,x"])?.code == "export.form")
    #expect(try refusal([])?.code == "export.form")
    let missing = try fault { _ = try LogExportReader(path: folder.path("none"), key: nil) }
    #expect(missing?.code == "export.unreadable")
  }
}
