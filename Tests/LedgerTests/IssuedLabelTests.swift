import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct IssuedLabelTests {
  private let ledger: TestLedger

  init() throws {
    ledger = try TestLedger()
    try ledger.store.set(.urlPrefix, to: "https://a.example/", by: TestLedger.ann)
  }

  private func label(_ tag: String, row: Int = 1, copies: Int = 1) -> LabelIssue {
    LabelIssue(
      codes: [
        .init(symbology: "qr-code", text: "https://a.example/\(tag)"),
        .init(symbology: "code-128", text: tag),
      ], template: "asset-tag", row: row, copies: copies)
  }

  @Test func `an issued label is told from a code that only looks like ours`() throws {
    try ledger.take(AssetDraft(tag: "AST-000001", location: "HQ"))
    try ledger.store.issue([label("AST-000002", row: 2, copies: 3)], by: TestLedger.ann)
    for code in ["AST-000002", "https://a.example/AST-000002", "]C1AST-000002\n"] {
      let lookup = try ledger.store.lookup(code)
      #expect(lookup.unknown == .issuedButUnassigned, "\(code)")
      #expect(
        lookup.label
          == IssuedLabel(
            template: "asset-tag", row: 2, copies: 3, issuedAt: Timestamp.text(TestLedger.start),
            issuedBy: "ann"))
    }
    #expect(try ledger.store.lookup("AST-000003").unknown == .oursButNeverIssued)
    #expect(try ledger.store.lookup("https://a.example/x").unknown == .oursButNeverIssued)
    #expect(try ledger.store.lookup("AST-000003").label == nil)
  }

  @Test func `a label that an asset got is no stranger`() throws {
    try ledger.store.issue([label("AST-000002")], by: TestLedger.ann)
    try ledger.take(AssetDraft(tag: "AST-000002", location: "HQ"))
    let lookup = try ledger.store.lookup("AST-000002")
    #expect(lookup.match == .one && lookup.label == nil)
  }

  @Test func `a batch that is run again registers nothing twice`() throws {
    let labels = (1...50).map { label("AST-\($0)", row: $0) }
    #expect(try ledger.store.issue(labels, by: TestLedger.ann) == 50)
    let entries = try ledger.entries()
    #expect(try ledger.store.issue(labels + [label("NEW")], by: TestLedger.ann) == 1)
    #expect(try ledger.entries().count == entries.count + 1)
    #expect(try ledger.store.issue([label("NEW", copies: 4)], by: TestLedger.ann) == 1)
    #expect(try ledger.store.lookup("NEW").label?.copies == 4)
    #expect(try ledger.store.issue([label("NEW", copies: 2)], by: TestLedger.ann) == 0)
  }

  @Test func `labels of one batch may have codes in common`() throws {
    let many = (1...300).map { label("AST-\(1000 + $0)", row: $0 + 4) }
    let done = try ledger.store.register(
      [label("A-1"), label("A-1", row: 2), label("A-1", row: 3, copies: 2), label("A-2", row: 4)]
        + many, by: TestLedger.ann)
    #expect(done.issued == 303)
    #expect(Set(done.labels.prefix(3)).count == 1)
    #expect(Set(done.labels).count == 302)
    #expect(try ledger.store.lookup("A-1").label?.copies == 2)
    #expect(try ledger.store.lookup("A-2").label?.row == 4)
    #expect(try ledger.store.lookup("AST-1300").label?.row == 304)
    // All again, in another order.
    #expect(try ledger.store.issue(many.reversed() + [label("A-1")], by: TestLedger.ann) == 0)
    #expect(try ledger.store.auditWithBooks().isIntact)
  }

  @Test func `a GS1 label is known in each form that a scanner sends`() throws {
    try ledger.store.issue(
      [
        LabelIssue(
          codes: [.init(symbology: "gs1-128", text: "(00)395011015300000011")], template: "pallet",
          row: 1, copies: 1)
      ], by: TestLedger.ann)
    for code in ["]C100395011015300000011", "(00)395011015300000011", "395011015300000011"] {
      #expect(try ledger.store.lookup(code).unknown == .issuedButUnassigned, "\(code)")
    }
  }

  @Test func `a stocktake tells issued labels, as they were when it was closed`() throws {
    try ledger.take(AssetDraft(tag: "AST-000001", location: "HQ"))
    try ledger.store.issue([label("AST-000002")], by: TestLedger.ann)
    let stocktake = try ledger.open(scope: ["HQ"])
    try ledger.record(
      [
        ledger.scan("e1", "https://a.example/AST-000002", at: "HQ"),
        ledger.scan("e2", "AST-000003", at: "HQ", seq: 2),
      ], into: stocktake)
    let open = try ledger.store.report(on: stocktake)
    #expect(
      open.unknown.map(\.kind) == [.issuedButUnassigned, .oursButNeverIssued])
    let closed = try ledger.store.closeStocktake(stocktake, by: TestLedger.ann)
    _ = closed
    try ledger.store.issue([label("AST-000003")], by: TestLedger.ann)
    #expect(
      try ledger.store.report(on: stocktake).unknown.map(\.kind)
        == [.issuedButUnassigned, .oursButNeverIssued])
  }
}
