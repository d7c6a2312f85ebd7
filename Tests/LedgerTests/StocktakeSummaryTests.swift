import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct StocktakeSummaryTests {
  @Test
  func `the summary is that of the report, before and after the close`() throws {
    let ledger = try TestLedger()
    try ledger.take(
      AssetDraft(tag: "A-1", location: "HQ/1"), AssetDraft(tag: "A-2", location: "HQ/2"))
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan("s", "A-1", at: "HQ/1")], into: stocktake)
    let open = try ledger.store.overview(of: stocktake).summary
    #expect(open == (try ledger.store.report(on: stocktake).summary))
    #expect(open.outcomes["found"] == 1)

    let fixed = try ledger.store.closeStocktake(stocktake, by: TestLedger.ann).summary
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/2"))
    #expect(try ledger.store.overview(of: stocktake).summary == fixed)
  }
}
