import Foundation
import Inventory
import Ledger
import Storage
import TestSupport
import Testing

@Suite(.onEachEngine) struct LogImportTests {
  private let folder: TemporaryFolder
  /// A place for a new ledger on the engine of the test.
  private let address: LedgerAddress

  init() throws {
    folder = try TemporaryFolder()
    address = try TestLedger.newAddress(file: folder.path("new.sqlite"))
  }

  private func exported(_ store: LedgerStore) throws -> [String] {
    var bytes: [UInt8] = []
    _ = try store.exportLog { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @discardableResult
  private func imported(
    _ lines: [String], to address: LedgerAddress? = nil, key: String? = nil
  ) throws -> LogImport {
    let path = try folder.write("export", lines.map { $0 + "\n" }.joined())
    let key = try key.map { try VerifierKey($0) }
    return try LedgerStore.importLog(
      LogExportReader(path: path, key: key), to: address ?? self.address)
  }

  /// That nothing is where the new ledger would be.
  private func expectNothing(at sourceLocation: SourceLocation = #_sourceLocation) throws {
    if case .postgres(let address) = address {
      let found = try PostgresServer.shared?.psql(
        "SELECT 1 FROM pg_namespace WHERE nspname = '\(address.schema)'")
      #expect(found?.output == "", sourceLocation: sourceLocation)
    } else {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(files.filter { $0.hasPrefix("new") } == [], sourceLocation: sourceLocation)
    }
  }

  @Test func `a ledger comes back entry by entry, with books, crops and fixed reports`() throws {
    let old = try ExportedLedger.make()
    let lines = try exported(old.store)
    let key = try old.store.info().verifierKey
    let summary = try imported(lines, key: key)
    let new = try LedgerStore(at: address, .existing)
    #expect((summary.entries, summary.crops, summary.reports) == (155, 1, 1))
    #expect(try summary.root == old.store.audit().root)
    #expect(try new.auditWithBooks() == old.store.auditWithBooks())
    #expect(try exported(new).dropFirst() == lines.dropFirst())
    let stocktake = try new.stocktake(named: "Autumn")
    #expect(try new.report(on: stocktake) == old.store.report(on: stocktake))
    #expect(try new.crop(ExportedLedger.picture.hash) == ExportedLedger.picture)
    #expect(try new.asset(named: "A-1") == old.store.asset(named: "A-1"))
    #expect(try new.locations() == old.store.locations())
    #expect(try new.searchAssets("a-15").assets.count == 2)
    // It is a ledger like any other.
    _ = try new.importAssets(
      [AssetDraft(tag: "NEW", location: "HQ/2")], createLocations: true, by: TestLedger.ann)
    #expect(try new.auditWithBooks().isIntact)
    #expect(try new.info().entries == 157)
  }

  @Test func `the new ledger has a key of its own, and holds to what the old one signed`() throws {
    let old = try ExportedLedger.make()
    let (key, kept) = (try old.store.info().verifierKey, try old.store.checkpoint())
    let summary = try imported(exported(old.store))
    let new = try LedgerStore(at: address, .existing)
    #expect(summary.importedKey == key)
    #expect(summary.verifierKey != key)
    #expect(try new.info().verifierKey == summary.verifierKey)
    #expect(try new.info().formerKeys == [key])
    _ = try new.importAssets([AssetDraft(tag: "N")], createLocations: true, by: TestLedger.ann)
    #expect(try new.audit(against: Checkpoint.opening(kept, with: VerifierKey(key))).isIntact)
    // What the old one took on after it was exported isn't in the new one.
    try old.take(AssetDraft(tag: "O"))
    let other = try Checkpoint.opening(old.store.checkpoint(), with: VerifierKey(key))
    #expect(try new.audit(against: other).finding?.code == .checkpointMismatch)
    let stranger = try TestLedger().store
    let foreign = try Checkpoint.opening(
      stranger.checkpoint(), with: VerifierKey(stranger.info().verifierKey))
    #expect(try new.audit(against: foreign).finding?.code == .checkpointMismatch)
  }

  @Test func `from engine to engine and back the log stays what it was, byte for byte`() throws {
    let there: Engine =
      Engine.current == .sqlite && PostgresServer.shared != nil ? .postgres : .sqlite
    let old = try ExportedLedger.make()
    let lines = try exported(old.store)
    let elsewhere = try Engine.$current.withValue(there) {
      try TestLedger.newAddress(file: folder.path("elsewhere.sqlite"))
    }
    try imported(lines, to: elsewhere)
    let between = try LedgerStore(at: elsewhere, .existing)
    let onTheWay = try exported(between)
    try imported(onTheWay)
    let back = try LedgerStore(at: address, .existing)
    #expect(onTheWay.dropFirst() == lines.dropFirst())
    #expect(try exported(back).dropFirst() == lines.dropFirst())
    #expect(try back.info().formerKeys == [old.store, between].map { try $0.info().verifierKey })
    #expect(try back.auditWithBooks().isIntact)
    for store in [old.store, between] {
      let key = try VerifierKey(store.info().verifierKey)
      let checkpoint = try Checkpoint.opening(store.checkpoint(), with: key)
      #expect(try back.audit(against: checkpoint).isIntact)
    }
  }

  @Test func `a new ledger can be imported, too`() throws {
    #expect(try imported(exported(TestLedger().store)).entries == 0)
    #expect(try LedgerStore(at: address, .existing).auditWithBooks().isIntact)
  }

  @Test func `a place where something is stays as it is`() throws {
    let lines = try exported(ExportedLedger.make().store)
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1"))
    let before = try ledger.entries()
    #expect(try fault { try imported(lines, to: ledger.address) }?.code == "ledger.not-empty")
    #expect(try ledger.entries() == before)
    #expect(try ledger.store.auditWithBooks().isIntact)
    if case .postgres(let address) = address {
      try PostgresServer.shared?.psql(
        "CREATE SCHEMA \"\(address.schema)\"; CREATE TABLE \"\(address.schema)\".t (a BIGINT)")
      #expect(throws: StorageFault.self) { try imported(lines) }
    } else {
      let path = try folder.write("theirs", "theirs")
      #expect(try fault { try imported(lines, to: .file(path)) }?.code == "ledger.not-empty")
      #expect(try folder.read("theirs") == "theirs")
    }
  }

  @Test(.enabled(if: Engine.current == .sqlite))
  func `what a killed program left beside a name is not played into a new ledger`() throws {
    let lines = try exported(ExportedLedger.make().store)
    let path = folder.path("left.sqlite")
    try folder.write("left.sqlite-wal", "old")
    #expect(try fault { try imported(lines, to: .file(path)) }?.code == "ledger.in-use")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a file that isn't whole is refused with the first bad entry, and nothing is written`()
    throws
  {
    let lines = try exported(ExportedLedger.make().store)
    func refusal(_ lines: [String]) throws -> LedgerFault? { try fault { try imported(lines) } }
    var random = RandomSource(seed: 23)
    for _ in 0..<6 {
      let seq = Int.random(in: 1...155, using: &random)
      let place = try #require(lines.firstIndex { $0.hasSuffix(",\"seq\":\(seq)}") })
      var changed = lines
      changed[place] = changed[place].replacing("recorded_at\":1", with: "recorded_at\":2")
      #expect(try refusal(changed)?.message.contains("entry \(seq) ") == true)
      changed.remove(at: place)
      #expect(try refusal(changed)?.message.contains("entry \(seq) ") == true)
      #expect(try refusal(Array(lines.prefix(place)))?.code == "export.damaged")
    }
    for ending in [lines.dropLast(), lines.dropLast(2), lines.prefix(1)] {
      #expect(try refusal(Array(ending))?.code == "export.damaged")
    }
    let foreign = try TestLedger().store.info().verifierKey
    #expect(try fault { try imported(lines, key: foreign) }?.code == "note.unsigned")
    try expectNothing()
    #expect(try imported(lines).entries == 155)
  }

  @Test func `an export of a newer program, and of something else, is told apart`() throws {
    var lines = try exported(TestLedger().store)
    lines[0] = lines[0].replacing("tallymark-ledger-1", with: "tallymark-ledger-2")
    #expect(try fault { try imported(lines) }?.code == "export.newer")
    #expect(
      try fault { try imported(["{\"export\":\"tallymark-ledger-9\"}"]) }?.code == "export.newer")
    #expect(try fault { try imported(["tag,name"]) }?.code == "export.form")
    #expect(try fault { try imported([]) }?.code == "export.form")
    try Data([0x1F, 0x8B, 8, 0]).write(to: URL(fileURLWithPath: folder.path("export.gz")))
    let packed = try fault { _ = try LogExportReader(path: folder.path("export.gz"), key: nil) }
    #expect(packed?.message.contains("gunzip") == true)
    try expectNothing()
  }
}
