import Inventory
import Ledger
import Storage
import TestSupport
import Testing

/// Everything that changes state is an entry, and entries stay.
@Suite(.onEachEngine) struct EntryLogTests {
  @Test
  func `every change of state appends one entry, with who, when and what`() throws {
    let ledger = try TestLedger()
    let laptop = AssetDraft(tag: "A-1", name: "Laptop")
    var stocktake: Stocktake?
    let books: [(String, () throws -> Void)] = [
      (
        "location.created",
        { _ = try ledger.store.addLocation(LocationDraft(code: "HQ"), by: TestLedger.ann) }
      ),
      (
        "setting.changed",
        { try ledger.store.set(.urlPrefix, to: "https://t.example/", by: TestLedger.ann) }
      ),
      ("asset.created", { try ledger.take(laptop) }),
      ("asset.edited", { try ledger.take(AssetDraft(tag: "A-1", name: "Notebook")) }),
      ("asset.moved", { try ledger.take(AssetDraft(tag: "A-1", location: "HQ")) }),
      (
        "asset.status-changed",
        { try ledger.take(AssetDraft(tag: "A-1", status: .inRepair)) }
      ),
      ("asset.assigned", { try ledger.step(.assign(to: "Bob", due: nil), "A-1") }),
      ("asset.transferred", { try ledger.step(.transfer(to: "Cy", due: nil), "A-1") }),
      ("asset.returned", { try ledger.step(.takeBack(location: nil), "A-1") }),
      ("asset.verified", { try ledger.step(.verify(location: "HQ"), "A-1") }),
      (
        "field.defined",
        { _ = try ledger.store.define(CustomField(name: "Size", type: .text), by: TestLedger.ann) }
      ),
    ]
    let later: [(String, () throws -> Void)] = [
      ("stocktake.opened", { stocktake = try ledger.open() }),
      (
        "scan.recorded",
        { try ledger.record([ledger.scan("e1", "A-1")], into: #require(stocktake)) }
      ),
      (
        "stocktake.closed",
        {
          _ = try ledger.store.closeStocktake(#require(stocktake), by: TestLedger.ann)
        }
      ),
    ]
    let steps = books + Self.places(ledger) + Self.labels(ledger) + Self.stock(ledger) + later
    for (kind, step) in steps {
      ledger.wait()
      try ledger.expectEntries(kind) { try step() }
      let last = try #require(try ledger.entries().last)
      #expect(last.principal == #"{"name":"ann"}"#)
      #expect(last.recordedAt == ledger.now)
    }
    #expect(try ledger.entries().map(\.seq) == Array(1...steps.count))
    // A replacement is an attachment and an end: two entries of one step.
    let all = Set(EntryKind.allCases.map(\.rawValue)).subtracting(["label.replaced"])
    #expect(Set(steps.map(\.0)) == all)
  }

  private typealias Steps = [(String, () throws -> Void)]

  private static func places(_ ledger: TestLedger) -> Steps {
    let (store, ann) = (ledger.store, TestLedger.ann)
    return [
      ("location.edited", { try store.editLocation("HQ", LocationChange(name: "Home"), by: ann) }),
      ("location.closed", { try store.closeLocation("HQ", by: ann) }),
      ("location.reopened", { try store.reopenLocation("HQ", by: ann) }),
    ]
  }

  private static func labels(_ ledger: TestLedger) -> Steps {
    let (store, ann) = (ledger.store, TestLedger.ann)
    func issue(_ text: String, isVerified: Bool = false) throws -> Int {
      let code = LabelIssue.Code(symbology: "code-128", text: text)
      let label = LabelIssue(
        codes: [code], template: "asset-tag", row: 1, copies: 1, isVerified: isVerified)
      return try store.register([label], by: ann).labels[0]
    }
    return [
      ("label.issued", { _ = try issue("L-1") }), ("label.issued", { _ = try issue("L-2") }),
      ("label.verified", { _ = try issue("L-1", isVerified: true) }),
      ("label.printed", { try store.markPrinted([issue("L-1")], by: ann) }),
      ("label.attached", { try store.attachLabel("L-1", to: "A-1", by: ann) }),
      ("label.retired", { try store.retireLabel("L-1", by: ann) }),
      ("label.attached", { try store.attachLabel("L-2", to: "A-1", by: ann) }),
      ("label.issued", { _ = try issue("L-3") }),
      ("label.voided", { try store.voidLabel("L-3", reason: "torn", by: ann) }),
    ]
  }

  private static func stock(_ ledger: TestLedger) -> Steps {
    let (store, ann) = (ledger.store, TestLedger.ann)
    let movement = StockMovement(.received(into: "HQ"), part: "P-1", quantity: Quantity(3))
    return [
      ("part.created", { _ = try store.addPart(PartDraft(code: "P-1", name: "Screw"), by: ann) }),
      ("part.edited", { try store.editPart("P-1", PartChange(name: "Bolt"), by: ann) }),
      ("stock.adjusted", { _ = try store.moveStock(movement, by: ann) }),
    ]
  }

  @Test
  func `an entry says which device spoke, in canonical JSON`() throws {
    let ledger = try TestLedger()
    _ = try ledger.store.addLocation(
      LocationDraft(code: "HQ", name: "Head/office", kind: .office),
      by: Principal(name: "bob", device: "scanner-1"))
    let entry = try #require(try ledger.entries().first)
    #expect(entry.principal == #"{"device":"scanner-1","name":"bob"}"#)
    let pattern =
      /{"code":"HQ","id":"[0-9a-f-]{36}","kind":"office","name":"Head\/office","number":1}/
    #expect(entry.payload.wholeMatch(of: pattern) != nil)
  }

  @Test
  func `a step that fails appends nothing, and leaves no gap`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    try ledger.expectEntries { _ = try fault { _ = try ledger.open(scope: ["Nowhere"]) } }
    try ledger.expectEntries {
      _ = try fault {
        _ = try ledger.store.addLocation(LocationDraft(code: "HQ"), by: TestLedger.ann)
      }
    }
    try ledger.take(AssetDraft(tag: "A-2"))
    #expect(try ledger.entries().map(\.seq) == Array(1...3))
  }

  @Test(
    arguments: [
      "UPDATE entries SET payload = '{}'", "UPDATE entries SET seq = 100 WHERE seq = 1",
      "DELETE FROM entries WHERE seq = 1", "DELETE FROM entries",
      "INSERT OR REPLACE INTO entries VALUES (1, 0, 'x', '{}', '{}')",
    ] as [SQLQuery])
  func `the schema lets nobody change or delete an entry`(_ query: SQLQuery) throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    let before = try ledger.entries()
    #expect(throws: StorageFault.self) {
      try ledger.database().write { try $0.execute(query) }
    }
    #expect(try ledger.entries() == before)
  }

  @Test
  func `a ledger that is opened again is the same`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    let info = try ledger.store.info()
    #expect(info.entries == 2)
    #expect(info.assets == 1)
    #expect(info.locations == 1)
    try ledger.expectEntries {
      let result = try ledger.reopened().info()
      #expect(result == info)
    }
  }
}
