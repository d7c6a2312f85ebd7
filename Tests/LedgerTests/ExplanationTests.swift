import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct ExplanationTests {
  private func countedLedger() throws -> (TestLedger, Stocktake) {
    let ledger = try TestLedger()
    try ledger.store.set(.urlPrefix, to: "https://t.example/", by: TestLedger.ann)
    try ledger.take(
      AssetDraft(tag: "A-1", location: "HQ/1", codes: [AssetCode("OLD-1")]),
      AssetDraft(tag: "A-2", location: "HQ/1", codes: [AssetCode("TWIN")]),
      AssetDraft(tag: "A-3", location: "HQ/2", codes: [AssetCode("TWIN")]),
      AssetDraft(tag: "A-4", status: .retired, location: "Warehouse"))
    let stocktake = try ledger.open()
    try ledger.record(
      [
        ledger.scan("e1", "A-1", at: "HQ/2", seq: 1), ledger.event("e2", .done("HQ/1"), seq: 2),
        ledger.scan("e3", "STRANGER", at: "HQ/1", seq: 3),
        ledger.scan("e4", "TWIN", at: "HQ/1", seq: 4),
      ], into: stocktake)
    ledger.wait()
    try ledger.record([ledger.scan("e5", "]C1OLD-1\r\n", at: "HQ/1", seq: 5)], into: stocktake)
    return (ledger, stocktake)
  }

  @Test(arguments: ["A-1", "OLD-1", "https://t.example/A-1", "A-1\n"])
  func `an asset is explained by its tag or any of its codes, with its events in order`(
    _ code: String
  ) throws {
    let (ledger, stocktake) = try countedLedger()
    let explanation = try ledger.store.explain(stocktake, code: code)
    #expect(explanation.code == code)
    #expect(explanation.asset == "A-1")
    #expect(explanation.outcome == .found)
    #expect(explanation.events.map(\.event.clientEventID) == ["e1", "e2", "e5"])
    #expect(explanation.events.map(\.disposition) == [.superseded, .coverage, .decisive])
    #expect(explanation.reasons.contains { $0.hasPrefix("Expected: ") })
    #expect(explanation.reasons.contains { $0.hasPrefix("Found: seen in HQ/1") })
    let line = try ledger.store.report(on: stocktake).lines.first { $0.asset == "A-1" }
    #expect(explanation.flags == line?.flags)
  }

  @Test
  func `a scan that was voided is shown with its void`() throws {
    let (ledger, stocktake) = try countedLedger()
    try ledger.record(
      [ledger.event("v1", .void("e3"), seq: 6), ledger.event("v2", .void("e9"), seq: 7)],
      into: stocktake)
    let explanation = try ledger.store.explain(stocktake, code: "STRANGER")
    #expect(explanation.events.map(\.event.clientEventID) == ["e3", "v1"])
    #expect(explanation.events.map(\.disposition) == [.voided, .voidMarker])
    #expect(
      explanation.reasons == ["No asset has this code, and no scan of it counts in this stocktake."]
    )
  }

  @Test
  func `a missing asset is explained by the event that covered its room`() throws {
    let (ledger, stocktake) = try countedLedger()
    let explanation = try ledger.store.explain(stocktake, code: "A-2")
    #expect(explanation.outcome == .missing)
    #expect(explanation.events.map(\.event.clientEventID) == ["e2", "e4"])
    #expect(explanation.events.map(\.disposition) == [.coverage, .ambiguous])
    #expect(explanation.reasons.contains { $0.contains("HQ/1 was counted completely (event e2)") })
  }

  @Test
  func `an asset that nobody looked for is not counted`() throws {
    let (ledger, stocktake) = try countedLedger()
    let explanation = try ledger.store.explain(stocktake, code: "A-3")
    #expect(explanation.outcome == .notCounted)
    #expect(explanation.events.map(\.disposition) == [.ambiguous])
  }

  @Test
  func `an asset that is neither expected nor seen has no outcome, but a reason`() throws {
    let (ledger, stocktake) = try countedLedger()
    let explanation = try ledger.store.explain(stocktake, code: "A-4")
    #expect(explanation.asset == "A-4")
    #expect(explanation.outcome == nil)
    #expect(
      explanation.reasons == [
        "A-4 is neither expected here (retired in Warehouse) nor was it seen."
      ])
  }

  @Test
  func `an unknown code is explained by its class and its scans`() throws {
    let (ledger, stocktake) = try countedLedger()
    let explanation = try ledger.store.explain(stocktake, code: "STRANGER")
    #expect(explanation.asset == nil)
    #expect(explanation.outcome == nil)
    #expect(explanation.reasons == ["No asset has this code: foreign."])
    #expect(explanation.events.map(\.disposition) == [.unknown])
  }

  @Test
  func `an ambiguous code is explained by its candidates`() throws {
    let (ledger, stocktake) = try countedLedger()
    let explanation = try ledger.store.explain(stocktake, code: "TWIN")
    #expect(explanation.asset == nil)
    #expect(explanation.reasons == ["The code leads to several assets: A-2, A-3."])
    #expect(explanation.events.map(\.disposition) == [.ambiguous])
  }

  @Test
  func `a code that nobody scanned is explained as such`() throws {
    let (ledger, stocktake) = try countedLedger()
    let explanation = try ledger.store.explain(stocktake, code: "NEVER")
    #expect(
      explanation.reasons == ["No asset has this code, and no scan of it counts in this stocktake."]
    )
    #expect(explanation.events.isEmpty)
  }

  @Test
  func `an explanation agrees with the report of the closed stocktake after the books changed`()
    throws
  {
    let (ledger, stocktake) = try countedLedger()
    let report = try ledger.store.closeStocktake(stocktake, by: TestLedger.ann)
    ledger.wait()
    try ledger.take(
      AssetDraft(tag: "A-1", location: "Warehouse"),
      AssetDraft(tag: "A-2", status: .lost, codes: [AssetCode("STRANGER")]))
    #expect(try ledger.store.explain(stocktake, code: "STRANGER").asset == nil)
    for line in report.lines {
      let explanation = try ledger.store.explain(stocktake, code: line.asset)
      #expect(explanation.outcome == line.outcome)
      #expect(explanation.flags == line.flags)
    }
  }
}
