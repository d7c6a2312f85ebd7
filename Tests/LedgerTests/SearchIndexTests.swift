import Inventory
import Ledger
import TestSupport
import Testing

/// A search says the same whether assets are indexed yet or not.
@Suite(.onEachEngine) struct SearchIndexTests {
  private static let names = [
    "Laptop", "LAPTOP bag", "Straße", "日本語ラベル", "Ångström", "%_\\\"'*", "ﬁle",
  ]

  private static func name(_ number: Int) -> String { "\(names[number % 7]) n\(number)x" }

  @Test func `assets are found before and after they are indexed, and after they were edited`()
    throws
  {
    let ledger = try TestLedger()
    func take(_ numbers: Range<Int>, _ name: (Int) -> String) throws {
      _ = try ledger.store.importAssets(
        numbers.map { AssetDraft(tag: "T-\($0)", name: name($0)) }, createLocations: false,
        by: TestLedger.ann)
    }
    func found(_ text: String) throws -> [String] {
      try ledger.store.searchAssets(text, limit: 10_000).assets.map(\.tag)
    }
    try take(0..<30, Self.name)
    #expect(try found("n29x") == ["T-29"])
    try take(30..<4200, Self.name)
    try take(4200..<4210, Self.name)
    for number in [0, 29, 1999, 2000, 4199, 4200, 4209] {
      #expect(try found("N\(number)X") == ["T-\(number)"], "\(number)")
    }
    // “Laptop” stands in two of the seven names; 4210 assets are 601 times all and three more.
    #expect(try Self.names.map { try found($0).count } == [1204, 602, 602, 601, 601, 601, 601])
    #expect(try found("STRASSE n2x") == ["T-2"])
    #expect(try found("angström").isEmpty)
    try take(17..<18) { _ in "Renamed thing" }
    #expect(try found("n17x").isEmpty)
    #expect(try found("renamed") == ["T-17"])
    #expect(try ledger.reopened().searchAssets("renamed THING").assets.map(\.tag) == ["T-17"])
  }

  @Test func `a search gives the first by tag, however many there are`() throws {
    let ledger = try TestLedger()
    let drafts = (0..<2500).map { AssetDraft(tag: "T-\(10_000 - $0)", name: "common") }
    _ = try ledger.store.importAssets(drafts, createLocations: false, by: TestLedger.ann)
    let search = try ledger.store.searchAssets("common", limit: 3)
    #expect(search.assets.map(\.tag) == ["T-10000", "T-7501", "T-7502"])
    #expect(search.hasMore)
    #expect(try ledger.store.searchAssets("common", limit: .max).assets.count == 2500)
  }
}
