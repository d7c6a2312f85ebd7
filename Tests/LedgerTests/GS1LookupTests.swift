import GS1
import Inventory
import Ledger
import TestSupport
import Testing

/// GS1 messages lead to the assets whose keys they hold.
@Suite(.onEachEngine) struct GS1LookupTests {
  private func ledgerWithAssets() throws -> TestLedger {
    let ledger = try TestLedger()
    let gtin = AssetCode("9506000134352", kind: .product)
    try ledger.take(
      AssetDraft(tag: "AST-1", serial: "S1", codes: [gtin]),
      AssetDraft(tag: "AST-2", serial: "S2", codes: [gtin]),
      AssetDraft(tag: "AST-3", codes: [AssetCode("(01)09506000134352(21)S3"), gtin]),
      AssetDraft(tag: "PAL-1", codes: [AssetCode("395060001343523019")]),
      AssetDraft(tag: "KEG-1", codes: [AssetCode("(8003)09506000134352KEG1")]),
      AssetDraft(tag: "LAP-1", codes: [AssetCode("9506000LAP1")]),
      AssetDraft(tag: "DOCK", codes: [AssetCode("9506000134376")]),
      AssetDraft(tag: "RAW", codes: [AssetCode("10LOT9")]))
    return ledger
  }

  @Test(arguments: [
    ("]C1010950600013435221S3", ["AST-3"]), ("]d2010950600013435221S3", ["AST-3"]),
    ("]C1010950600013435210LOT\u{1D}21S3", ["AST-3"]),
    ("(01)09506000134352(10)LOT(21)S3", ["AST-3"]),
    ("]C1010950600013435221S2", ["AST-2"]), ("]e00109506000134352", ["AST-1", "AST-2", "AST-3"]),
    ("]C1010950600013435221S9", []), ("]C14149506000134352", []),
    ("]C1800309506000134352", []),
    ("]C100395060001343523019", ["PAL-1"]), ("]C1800309506000134352KEG1", ["KEG-1"]),
    ("]C180049506000LAP1", ["LAP-1"]), ("]C14149506000134376", ["DOCK"]), ("]C110LOT9", ["RAW"]),
    ("4006381333931", []), ("]C00109506000134352", []), ("0109506000134352", []),
    ("]C10109506000134353", []), ("]C102095060001343523705", []), ("(01)09506000134353", []),
  ])
  func `a message leads to whom its keys name`(_ code: String, _ tags: [String]) throws {
    let found = try ledgerWithAssets().store.lookup(code)
    #expect(found.results.map(\.tag) == tags)
    #expect(found.match == (tags.isEmpty ? .none : tags.count == 1 ? .one : .many))
  }

  @Test(arguments: [
    ("AST-1", nil), ("]C0AST-1", nil), ("]C110A\u{1D}21B", 2), ("(01)09506000134352", 1),
    ("(1)x", nil), ("(x)", nil), ("(05)x", nil),
  ])
  func `only GS1 codes have a message`(_ code: String, _ count: Int?) throws {
    #expect(try ledgerWithAssets().store.lookup(code).message?.elements.count == count)
  }
}
