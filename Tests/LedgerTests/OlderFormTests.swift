import Inventory
import Storage
import TestSupport
import Testing

@testable import Ledger

/// A ledger of the first form, which knew no crops.
@Suite(.onEachEngine) struct OlderFormTests {
  @Test
  func `a ledger of the first form is brought up to date and says the same`() throws {
    let ledger = try TestLedger()
    let (autumn, winter) = try Self.fill(ledger)
    let before = try Self.answers(of: ledger.store, autumn, winter)
    let entries = try ledger.entries()
    let store = try FirstForm(of: ledger).broughtUpToDate()
    #expect(try Self.answers(of: store, autumn, winter) == before)
    #expect(try TestLedger.entries(store.database) == entries)
    let receipts = try store.record(
      [ledger.scan("e9", "A-2", at: "HQ/1")], into: winter, numbering: .byDevice,
      by: TestLedger.ann)
    #expect(receipts == [.stored])
    #expect(try store.report(on: winter).summary.events == 3)
    let again = [ledger.scan("e3", "A-2", at: "HQ/1", seq: 3), ledger.scan("e4", "HQ/1", seq: 4)]
    let known = try store.record(again, into: winter, numbering: .byDevice, by: TestLedger.ann)
    #expect(known == [.duplicate, .duplicate], "also a location's label")
    #expect(try store.auditWithBooks().finding == nil)
    #expect(try store.report(on: autumn).hash == before.hashes[0], "closed: the same for ever")
    #expect(try store.searchAssets("a-").assets.map(\.tag) == ["A-1", "A-2"])
  }

  @Test
  func `locations that differ in case only are kept and told, and no more are made`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/1"))
    let older = try FirstForm(of: ledger)
    // As an older program could make them.
    try older.database.write { connection in
      for (number, code) in zip(3..., ["hq", "Hq", "STORE"]) {
        let id = [UInt8](repeating: UInt8(number), count: 16)
        try connection.execute(
          """
          INSERT INTO locations (id, number, code, name, kind)
          VALUES (\(id), \(number), \(code), \(code), 'room')
          """)
      }
    }

    let store = try older.broughtUpToDate()
    #expect(try store.locations().map(\.code) == ["HQ", "HQ/1", "Hq", "STORE", "hq"])
    #expect(try store.locationDoubles() == ["Hq", "hq"])
    #expect(
      try fault { _ = try store.addLocation(LocationDraft(code: "hQ"), by: TestLedger.ann) }?.code
        == "location.exists")
    try store.editLocation("hq", LocationChange(name: "Old hall"), by: TestLedger.ann)
  }

  @Test
  func `a log that was never hashed is hashed as if it had been from the beginning`() throws {
    let ledger = try TestLedger()
    try ledger.store.set(.urlPrefix, to: "https://t.example/", by: TestLedger.ann)
    let drafts = (1...150).map { AssetDraft(tag: "Ä-\($0)", location: "HQ/\($0)") }
    _ = try ledger.store.importAssets(drafts, createLocations: true, by: TestLedger.ann)
    let before = try ledger.store.audit()
    let store = try FirstForm(of: ledger).broughtUpToDate()
    #expect(try store.audit() == before)
    _ = try store.importAssets([AssetDraft(tag: "new")], createLocations: true, by: TestLedger.ann)
    let after = try store.audit()
    #expect(after.isIntact)
    #expect(after.entries == before.entries + 1)
  }

  private static func fill(_ ledger: TestLedger) throws -> (closed: Stocktake, open: Stocktake) {
    try ledger.take(
      AssetDraft(tag: "A-1", location: "HQ/1", codes: [AssetCode("OLD-1")]),
      AssetDraft(tag: "A-2", location: "HQ/2"))
    let autumn = try ledger.open("Autumn")
    try ledger.record(
      [ledger.scan("e1", "A-1", at: "HQ/1"), ledger.scan("e2", "X", at: "HQ/2", seq: 2)],
      into: autumn)
    _ = try ledger.store.closeStocktake(autumn, by: TestLedger.ann)
    let winter = try ledger.open("Winter")
    try ledger.record(
      [ledger.scan("e3", "A-2", at: "HQ/1", seq: 3), ledger.scan("e4", "HQ/1", seq: 4)],
      into: winter)
    return (autumn, winter)
  }

  private struct Answers: Equatable {
    let hashes: [String]
    let counts: [Int]
    let lookups: [Lookup]
  }

  private static func answers(
    of store: LedgerStore, _ stocktakes: Stocktake...
  ) throws -> Answers {
    let info = try store.info()
    return Answers(
      hashes: try stocktakes.map { try store.report(on: $0).hash },
      counts: [info.entries, info.assets, info.locations, info.stocktakes, info.scanEvents],
      lookups: try store.lookups(["A-1", "OLD-1", "A-2", "X", "HQ/1"]))
  }
}
