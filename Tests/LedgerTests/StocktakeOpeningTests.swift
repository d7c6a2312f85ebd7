import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct StocktakeOpeningTests {
  private func ledgerWithPlaces() throws -> TestLedger {
    let ledger = try TestLedger()
    for code in ["HQ/1/101", "HQ/2", "Warehouse"] {
      _ = try ledger.store.addLocation(LocationDraft(code: code), by: TestLedger.ann)
    }
    return ledger
  }

  private func refusal(_ ledger: TestLedger, _ name: String, _ scope: [String]) throws
    -> LedgerFault?
  {
    try fault { _ = try ledger.open(name, scope: scope) }
  }

  @Test
  func `an open stocktake says who opened it, when, and over what`() throws {
    let ledger = try ledgerWithPlaces()
    let stocktake = try ledger.open(
      "Autumn", scope: ["Warehouse", "HQ/2", "HQ/2"], coverage: .implicit, leavesOutAssigned: true)
    #expect(stocktake.number == 1)
    #expect(stocktake.state == .open)
    #expect(stocktake.scope == ["HQ/2", "Warehouse"])
    #expect(stocktake.policy == StocktakePolicy(coverage: .implicit, leavesOutAssigned: true))
    #expect(stocktake.openedBy == "ann")
    #expect(stocktake.openedAt == ledger.now)
    #expect(stocktake.openedSeq == (try ledger.entries().last?.seq))
    #expect(try ledger.store.stocktakes() == [stocktake])
  }

  @Test
  func `a stocktake is named by its name, number or id`() throws {
    let ledger = try ledgerWithPlaces()
    let autumn = try ledger.open("Autumn 2026", scope: ["HQ/1"])
    let other = try ledger.open("1", scope: ["HQ/2"])
    for name in ["Autumn 2026", " autumn  2026", "AUTUMN\u{A0}2026", autumn.id.description] {
      #expect(try ledger.store.stocktake(named: name) == autumn)
    }
    #expect(try ledger.store.stocktake(named: "1") == other)
    #expect(try ledger.store.stocktake(named: "2") == other)
    let fault = try fault { _ = try ledger.store.stocktake(named: "Autum 2026") }
    #expect(fault?.code == "stocktake.unknown")
    #expect(fault?.message.contains("Did you mean Autumn 2026?") == true)
  }

  @Test
  func `an empty scope is refused`() throws {
    #expect(try refusal(ledgerWithPlaces(), "Autumn", [])?.code == "stocktake.scope")
  }

  @Test
  func `an unknown location is refused with the nearest one`() throws {
    let fault = try refusal(ledgerWithPlaces(), "Autumn", ["HQ", "Warehose"])
    #expect(fault?.code == "location.unknown")
    #expect(fault?.message.contains("Did you mean Warehouse?") == true)
  }

  @Test(arguments: ["", "  ", "\n", String(repeating: "x", count: 201)])
  func `a name that is no name is refused`(_ name: String) throws {
    #expect(try refusal(ledgerWithPlaces(), name, ["HQ"])?.code == "stocktake.name")
  }

  @Test(arguments: ["IT Dept", "it  dept", " IT\u{A0}DEPT ", "ＩＴ Dept"])
  func `a name that is taken is refused, however it is written`(_ name: String) throws {
    let ledger = try ledgerWithPlaces()
    _ = try ledger.open("IT Dept", scope: ["HQ"])
    #expect(try refusal(ledger, name, ["Warehouse"])?.code == "stocktake.exists")
  }

  @Test
  func `names that differ only in the case of ß are one name`() throws {
    let ledger = try ledgerWithPlaces()
    _ = try ledger.open("Hauptstra\u{DF}e", scope: ["HQ"])
    #expect(try refusal(ledger, "HAUPTSTRASSE", ["Warehouse"])?.code == "stocktake.exists")
  }

  @Test
  func `the name of a closed stocktake stays taken`() throws {
    let ledger = try ledgerWithPlaces()
    let first = try ledger.open("Autumn", scope: ["HQ"])
    _ = try ledger.store.closeStocktake(first, by: TestLedger.ann)
    #expect(try refusal(ledger, "autumn", ["Warehouse"])?.code == "stocktake.exists")
  }

  @Test(arguments: [["HQ/1"], ["HQ"], ["HQ/1/101"], ["Warehouse", "HQ/1/101"]])
  func `a place that is being counted can't be counted twice, nor what lies in or around it`(
    _ scope: [String]
  ) throws {
    let ledger = try ledgerWithPlaces()
    let first = try ledger.open("First", scope: ["HQ/1"])
    let fault = try refusal(ledger, "Second", scope)
    #expect(fault?.code == "stocktake.overlap")
    #expect(fault?.message.contains("1 “First” (open)") == true)
    _ = try ledger.store.closeStocktake(first, by: TestLedger.ann)
    // In review nobody counts any more.
    #expect(try refusal(ledger, "Second", scope) == nil)
  }

  @Test
  func `places side by side can be counted at once`() throws {
    let ledger = try ledgerWithPlaces()
    _ = try ledger.open("First", scope: ["HQ/1"])
    #expect(try refusal(ledger, "Second", ["HQ/2"]) == nil)
    #expect(try refusal(ledger, "Third", ["Warehouse"]) == nil)
    #expect(try ledger.store.stocktakes().map(\.number) == [1, 2, 3])
  }

  @Test
  func `a close says who and when, and can't be repeated`() throws {
    let ledger = try ledgerWithPlaces()
    let stocktake = try ledger.open()
    ledger.wait(5000)
    _ = try ledger.store.closeStocktake(stocktake, by: Principal(name: "bob"))
    let closed = try ledger.store.stocktake(named: "Autumn")
    #expect(closed.state == .review)
    #expect(closed.closedBy == "bob")
    #expect(closed.closedAt == ledger.now)
    #expect(closed.closedSeq == (try ledger.entries().last?.seq))
    for known in [stocktake, closed] {
      try ledger.expectEntries {
        let fault = try fault { _ = try ledger.store.closeStocktake(known, by: TestLedger.ann) }
        #expect(fault?.code == "stocktake.state")
        #expect(fault?.message.contains("recounting, approved, cancelled") == true)
      }
    }
  }
}
