import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct ImportStepTests {
  private static let laptop = AssetDraft(
    tag: "A-1", name: "Laptop", status: .inStock, location: "HQ/1",
    codes: [AssetCode("4006381333931", kind: .product), AssetCode("Z"), AssetCode("X")])

  @Test func `an import that is undone tells what it would do and leaves all as it was`() throws {
    let ledger = try TestLedger()
    try ledger.take(Self.laptop)
    let before = try ledger.entries()
    let root = try ledger.store.audit().root
    let drafts = [
      AssetDraft(tag: "A-1", name: "Notebook", location: "HQ/2", codes: [AssetCode("Y")]),
      AssetDraft(tag: "A-2", location: "HQ/2"), AssetDraft(tag: "A-2"), AssetDraft(tag: "a b"),
    ]
    let told = try ledger.store.importing(.undone, tellsChanges: true, by: TestLedger.ann) { step in
      try drafts.map { try step.take($0, createLocations: true) }
    }
    #expect(told.map(\.verdict).prefix(3) == [.changed, .created, .unchanged])
    #expect(told.map(\.locations) == [["HQ/2"], [], [], []])
    #expect(
      told[0].changes.map { "\($0.column): \($0.from) \($0.to)" } == [
        "name: [\"Laptop\"] [\"Notebook\"]", "location: [\"HQ/1\"] [\"HQ/2\"]",
        "code: [\"X\", \"Z\"] [\"X\", \"Y\", \"Z\"]",
      ])
    #expect(try ledger.entries() == before)
    #expect(try ledger.store.audit().root == root)
    #expect(try ledger.store.info().assets == 1)
    #expect(try ledger.store.locations().map(\.code) == ["HQ", "HQ/1"])
  }

  @Test func `what a step took is gone where the step throws`() throws {
    struct Stop: Error {}
    let ledger = try TestLedger()
    #expect(throws: Stop.self) {
      try ledger.store.importing(.kept, by: TestLedger.ann) { step in
        _ = try step.take(Self.laptop, createLocations: true)
        throw Stop()
      }
    }
    #expect(try ledger.store.info().entries == 0)
  }

  @Test func `a location is made once, and another one of its code is refused`() throws {
    let ledger = try TestLedger()
    func take(_ draft: LocationDraft) throws -> ImportVerdict {
      try ledger.store.importing(.kept, by: TestLedger.ann) { try $0.take(draft).verdict }
    }
    let room = LocationDraft(code: "HQ/1", name: "Lab", kind: .office)
    #expect(try take(room) == .created)
    #expect(try take(room) == .unchanged)
    #expect(try take(LocationDraft(code: "HQ/1")) == .unchanged)
    for other in [
      LocationDraft(code: "HQ/1", name: "Store"), LocationDraft(code: "HQ/1", kind: .box),
      LocationDraft(code: "HQ/1", parent: "HR"),
    ] {
      guard case .refused(let fault) = try take(other) else {
        Issue.record("was taken")
        continue
      }
      #expect(fault.message.contains("changes none"))
    }
    #expect(try ledger.store.info().entries == 2)
  }

  @Test func `every asset is exported with its codes, and widths are those of the widest`() throws {
    let ledger = try TestLedger()
    try ledger.take(Self.laptop, AssetDraft(tag: "A-2"))
    try ledger.take(AssetDraft(tag: "A-3", codes: [AssetCode("K-1", kind: .product)]))
    let (rows, widths) = try ledger.store.exportAssets { export in
      var rows: [[[String]]] = []
      try export.forEach { asset in rows.append(export.columns.map { $0.texts(asset) }) }
      return (rows, try export.widths())
    }
    #expect(AssetColumn.common.suffix(3).map(\.name) == ["code", "gtin", "sku"])
    #expect(
      rows.map { Array($0.suffix(3)) } == [
        [["X", "Z"], ["4006381333931"], []], [[], [], []], [[], [], ["K-1"]],
      ])
    #expect(widths == ["code": 2, "gtin": 1, "sku": 1])
  }

  @Test func `more assets than one page are exported, each once`() throws {
    let ledger = try TestLedger()
    let tags = (0..<2500).map { "T-\($0)" }
    _ = try ledger.store.importAssets(
      tags.map { AssetDraft(tag: $0, codes: [AssetCode("c\($0)")]) }, createLocations: true,
      by: TestLedger.ann)
    var listed: [String] = []
    try ledger.store.exportAssets { export in
      try export.forEach { asset in
        listed.append(asset.details.tag)
        #expect(asset.codes.map(\.text) == ["c\(asset.details.tag)"])
      }
    }
    #expect(listed == tags.sortedByBytes())
  }
}
