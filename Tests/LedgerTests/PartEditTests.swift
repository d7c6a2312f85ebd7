import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct PartEditTests {
  private let ledger: TestLedger
  private var store: LedgerStore { ledger.store }

  init() throws {
    ledger = try TestLedger()
    _ = try ledger.store.addLocation(LocationDraft(code: "HQ"), by: TestLedger.ann)
    _ = try ledger.store.addPart(PartDraft(code: "CABLE", name: "Cable"), by: TestLedger.ann)
  }

  @discardableResult
  private func edit(_ part: String, _ change: PartChange) throws -> Part {
    try store.editPart(part, change, by: TestLedger.ann)
  }

  @Test func `a part gets another name, unit and lots, and its number and code stay`() throws {
    try ledger.expectEntries("part.edited") {
      let part = try edit("CABLE", PartChange(name: "Cable, CAT 7", unit: "m", hasLots: true))
      #expect((part.number, part.code, part.name) == (1, "CABLE", "Cable, CAT 7"))
      #expect((part.unit, part.hasLots) == ("m", true))
      #expect(try store.parts() == [part])
    }
    try ledger.expectEntries([]) { try edit("1", PartChange(name: "Cable, CAT 7")) }
    #expect(try store.auditWithBooks().isIntact)
  }

  @Test func `where there are quantities the name can change, and nothing else`() throws {
    let received = StockMovement(
      .received(into: "HQ"), part: "CABLE", quantity: try #require(Quantity("5")))
    _ = try store.moveStock(received, by: TestLedger.ann)
    for change in [PartChange(unit: "m"), PartChange(name: "x", hasLots: true)] {
      let refused = try fault { try edit("CABLE", change) }
      #expect(refused?.code == "part.counted")
      #expect(refused?.message.contains("“piece”") == true)
    }
    try edit("CABLE", PartChange(name: "Wire", unit: "piece"))
    #expect(try store.stock().map(\.name) == ["Wire"])
    #expect(try store.auditWithBooks().isIntact)
  }

  @Test func `a part's code leads to it, unless an asset or a location has the code`() throws {
    _ = try store.addPart(PartDraft(code: "4006381333931", name: "Toner"), by: TestLedger.ann)
    let found = try store.lookup("]C0CABLE")
    #expect(found.part?.name == "Cable")
    #expect((found.match, found.unknown) == (.none, nil))
    for code in ["4006381333931", "]E04006381333931", "]C10104006381333931"] {
      #expect(try store.lookup(code).part?.name == "Toner", "\(code)")
    }
    #expect(try store.lookup("1").part == nil, "a number is typed, not on a label")
    #expect(try store.lookup("CABEL").part == nil)
    #expect(try store.lookup("CABEL").unknown == .foreign)
    try ledger.take(AssetDraft(tag: "CABLE"))
    #expect(try store.lookup("CABLE").match == .one)
    #expect(try store.lookup("CABLE").part == nil)
    _ = try store.addLocation(LocationDraft(code: "SHELF"), by: TestLedger.ann)
    _ = try store.addPart(PartDraft(code: "SHELF", name: "A shelf"), by: TestLedger.ann)
    #expect(try store.lookup("SHELF").location == "SHELF")
    #expect(try store.lookup("SHELF").part == nil)
  }

  @Test(arguments: [
    ("CABEL", PartChange(name: "x"), "part.unknown"), ("CABLE", PartChange(name: " "), "part.name"),
    ("CABLE", PartChange(name: "a\u{1B}"), "part.name"),
    ("CABLE", PartChange(unit: ""), "part.unit"),
    ("CABLE", PartChange(unit: "a b"), "part.unit"),
  ])
  func `what no part can be is refused`(part: String, change: PartChange, code: String) throws {
    try ledger.expectEntries([]) {
      let refused = try fault { try edit(part, change) }
      #expect(refused?.code == code)
    }
  }
}
