import Foundation
import Inventory
import Ledger
import Storage
import TestSupport
import Testing

@Suite(.onEachEngine) struct LogExportTests {
  private func exported(_ ledger: TestLedger) throws -> (LogExport.Summary, [String]) {
    var bytes: [UInt8] = []
    let summary = try ledger.store.exportLog { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    return (summary, lines.dropLast().map(String.init))
  }

  @Test func `an export has every entry as it is hashed, and counts what it has`() throws {
    let ledger = try ExportedLedger.make()
    let (summary, lines) = try exported(ledger)
    let audit = try ledger.store.audit()
    #expect(summary.root == audit.root)
    #expect((summary.entries, summary.crops, summary.reports) == (155, 1, 1))
    let entries = lines.filter { $0.hasPrefix("{\"kind\"") }
    #expect(entries.count == 155)
    for (index, entry) in entries.enumerated() {
      #expect(try ledger.store.inclusionProof(of: index + 1).entry == entry)
    }
    #expect(lines.filter { $0.hasPrefix("{\"leaves\"") }.count == 3)
    #expect(lines.count == 1 + 155 + 3 + 1 + 1 + 1)
    #expect(!lines.joined().contains("seed"))
  }

  @Test func `a new ledger can be exported`() throws {
    let (summary, lines) = try exported(TestLedger())
    #expect((summary.entries, summary.crops, lines.count) == (0, 0, 2))
  }

  @Test(
    .enabled(
      if: Program.tool("python3") != nil && Program.tool("openssl") != nil,
      "python3 or openssl is not installed"))
  func `another program checks an export, and names the entry that isn't right`() throws {
    let ledger = try ExportedLedger.make()
    let (summary, lines) = try exported(ledger)
    let key = try ledger.store.info().verifierKey
    let folder = try TemporaryFolder()
    let python = try #require(Program.tool("python3"))
    func check(_ lines: [String]) throws -> Program.Result {
      try folder.write("export", lines.map { $0 + "\n" }.joined())
      let checker = ProjectFolder.path("Tests/Oracles/ledger_export.py")
      return try python.run([checker, folder.path("export"), key])
    }
    let whole = try check(lines)
    #expect(whole.output == "\(summary.root) 155 1 1\n", "\(whole.errors)")
    let place = try #require(lines.firstIndex { $0.hasSuffix("\"seq\":100}") })
    var changed = lines
    changed[place] = changed[place].replacing("A-", with: "B-")
    #expect(try check(changed).errors.contains("entry 100 "))
    changed = lines
    changed.remove(at: place)
    #expect(try check(changed).errors.contains("entry 100 "))
    changed = lines
    changed.swapAt(place, place + 1)
    #expect(try check(changed).errors.contains("entry 100 "))
    #expect(try check(lines.dropLast()).errors.contains("after entry 155"))
    #expect(try check(Array(lines.prefix(place))).status == 1)
    let other = try TestLedger().store.info().verifierKey
    let foreign = try python.run([
      ProjectFolder.path("Tests/Oracles/ledger_export.py"), folder.path("export"), other,
    ])
    #expect(foreign.errors.contains("not signed by this key"))
  }
}

struct DamagedLogExportTests {
  @Test(arguments: [
    "DELETE FROM crops", "UPDATE stocktakes SET report = NULL",
    "UPDATE stocktakes SET report = '{}'",
  ])
  func `a ledger whose evidence is gone isn't exported`(_ damage: String) throws {
    let ledger = try ExportedLedger.make()
    try ledger.database().write(text: ["DROP TRIGGER crops_refuse_delete", damage])
    let fault = try #require(try fault { _ = try ledger.store.exportLog { _ in } })
    #expect(fault.code == "ledger.damaged")
    #expect(fault.message.contains("sha256:"))
  }

  @Test func `a damaged ledger isn't exported, and the entry is named`() throws {
    let tampered = try TamperedLedger()
    try tampered.write("UPDATE entries SET payload = '{}' WHERE seq = 70")
    let changed = try #require(try fault { _ = try tampered.ledger.store.exportLog { _ in } })
    #expect(changed.code == "ledger.damaged")
    try tampered.write("DELETE FROM entries WHERE seq = \(tampered.loose[3])")
    let missing = try #require(try fault { _ = try tampered.ledger.store.exportLog { _ in } })
    #expect(missing.message.contains("Entry \(tampered.loose[3]) "))
  }
}
