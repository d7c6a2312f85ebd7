import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct AssetSearchTests {
  private func ledger() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.take(
      AssetDraft(
        tag: "A-1", name: "14-inch Laptop", category: "IT", make: "Acme", model: "X_1",
        serial: "SN-77", custodian: "Ann Öberg"),
      AssetDraft(tag: "A-2", name: "50% off sign", serial: #"C:\tools"#),
      AssetDraft(tag: "A-3", name: "500 off-cuts", model: "X11"),
      AssetDraft(tag: "B_4", name: "<script>'; DROP TABLE assets; --"))
    return ledger
  }

  private func tags(_ text: String, limit: Int = 50) throws -> [String] {
    try ledger().store.searchAssets(text, limit: limit).assets.map(\.tag)
  }

  @Test(arguments: ["A-1", "14-inch", "IT", "Acme", "X_1", "SN-77", "Ann", "Öberg", "bEr", "lapt"])
  func `an asset is found by a part of each of its texts, in either case`(_ text: String) throws {
    #expect(try tags(text) == ["A-1"])
  }

  @Test
  func `each word has to occur, in whatever order and text`() throws {
    #expect(try tags("laptop acme") == ["A-1"])
    #expect(try tags("  acme \t laptop\nann ") == ["A-1"])
    #expect(try tags("laptop sign").isEmpty)
    #expect(try tags("a b c d e f g h").isEmpty)
    #expect(try tags("ann sn-77 x_1 14-inch laptop") == ["A-1"])
  }

  @Test
  func `a word spans no two texts`() throws {
    #expect(try tags("laptopsn-77").isEmpty)
    #expect(try tags("A-114-inch").isEmpty)
  }

  @Test(arguments: [
    ("%", ["A-2"]), ("50%", ["A-2"]), ("_", ["A-1", "B_4"]), ("X_1", ["A-1"]), ("x11", ["A-3"]),
    (#"\"#, ["A-2"]), (#"C:\t"#, ["A-2"]), (#"\%"#, []), ("%%", []), ("'", ["B_4"]),
    ("<script>", ["B_4"]), ("a%1", []),
  ])
  func `signs that mean something in a pattern stand for themselves`(
    _ text: String, _ expected: [String]
  ) throws {
    #expect(try tags(text) == expected)
  }

  @Test(arguments: ["", " ", "\n\t", "\0", "A\u{0}", String(repeating: "%_\\", count: 3000)])
  func `what describes nothing finds nothing`(_ text: String) throws {
    #expect(try tags(text).isEmpty)
  }

  @Test
  func `it tells when there are more than are shown`() throws {
    let store = try ledger().store
    #expect(try store.searchAssets("a-", limit: 3).hasMore == false)
    let search = try store.searchAssets("a-", limit: 2)
    #expect(search.assets.map(\.tag) == ["A-1", "A-2"])
    #expect(search.hasMore)
  }

  @Test
  func `every part of a tag finds it, whatever signs it is made of`() throws {
    var random = RandomSource(seed: 5)
    let signs = Array("%_\\'\"[]^*?-ab")
    let ledger = try TestLedger()
    let tags = Set(
      (0..<60).map { _ in
        String((0..<8).map { _ in signs.randomElement(using: &random) ?? "a" })
      })
    _ = try ledger.store.importAssets(
      tags.map { AssetDraft(tag: $0) }, createLocations: false, by: TestLedger.ann)
    for tag in tags {
      let part = tag.dropFirst(Int.random(in: 0...4, using: &random)).prefix(4).uppercased()
      let found = try ledger.store.searchAssets(part, limit: 1000).assets.map(\.tag)
      #expect(found == tags.filter { $0.uppercased().contains(part) }.sortedByBytes())
    }
  }
}
