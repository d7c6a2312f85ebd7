import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct AssetImportTests {
  private static let laptop = AssetDraft(
    tag: "A-1", name: "Laptop", category: "IT", make: "Acme", model: "X1", serial: "S1",
    status: .assigned, location: "HQ/2/201", custodian: "Ann",
    codes: [AssetCode("4006381333931", kind: .product), AssetCode("OLD-1")])

  @Test
  func `a new tag becomes an asset with all that the draft says`() throws {
    let ledger = try TestLedger()
    let (verdicts, locations) = try ledger.store.importAssets(
      [Self.laptop], createLocations: true, by: TestLedger.ann)
    #expect(verdicts == [.created])
    #expect(locations.map(\.code) == ["HQ", "HQ/2", "HQ/2/201"])
    #expect(locations.map(\.parent) == [nil, "HQ", "HQ/2"])
    #expect(locations.map(\.name) == ["HQ", "2", "201"])

    let asset = try ledger.store.asset(named: "A-1")
    #expect(
      [asset.name, asset.category, asset.make, asset.model] == ["Laptop", "IT", "Acme", "X1"])
    #expect([asset.serial, asset.custodian] == ["S1", "Ann"])
    #expect(asset.status == .assigned)
    #expect(asset.location == "HQ/2/201")
    #expect(asset.codes == ["4006381333931", "OLD-1"])
    #expect(asset.number == 1)
  }

  @Test
  func `what a draft doesn't say is empty in a new asset, which is in stock`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1"))
    let asset = try ledger.store.asset(named: "A-1")
    #expect([asset.name, asset.category, asset.serial, asset.custodian] == ["", "", "", ""])
    #expect(asset.status == .inStock)
    #expect(asset.location == nil)
  }

  @Test
  func `importing the same again changes nothing and appends nothing`() throws {
    let ledger = try TestLedger()
    try ledger.take(Self.laptop)
    let before = try ledger.store.asset(named: "A-1")
    try ledger.expectEntries {
      let result = try ledger.take(Self.laptop)
      #expect(result == [.unchanged])
    }
    try ledger.expectEntries {
      let result = try ledger.take(AssetDraft(tag: "A-1"))
      #expect(result == [.unchanged])
    }
    #expect(try ledger.store.asset(named: "A-1") == before)
  }

  @Test
  func `a draft changes what it says and leaves the rest`() throws {
    let ledger = try TestLedger()
    try ledger.take(Self.laptop)
    let draft = AssetDraft(tag: "A-1", name: "Notebook", custodian: "")
    try ledger.expectEntries("asset.edited") {
      let result = try ledger.take(draft)
      #expect(result == [.changed])
    }
    let asset = try ledger.store.asset(named: "A-1")
    #expect([asset.name, asset.custodian, asset.make] == ["Notebook", "", "Acme"])
  }

  @Test
  func `a new code is an edit, a known one is none`() throws {
    let ledger = try TestLedger()
    try ledger.take(Self.laptop)
    let draft = AssetDraft(tag: "A-1", codes: [AssetCode("OLD-1"), AssetCode("OLD-2")])
    try ledger.expectEntries("asset.edited") { try ledger.take(draft) }
    try ledger.expectEntries { try ledger.take(draft) }
    #expect(try ledger.store.asset(named: "OLD-2").codes == ["4006381333931", "OLD-1", "OLD-2"])
  }

  @Test(arguments: [
    (AssetDraft(tag: "A-1", location: "HQ/2"), ["asset.moved"]),
    (AssetDraft(tag: "A-1", location: ""), ["asset.moved"]),
    (AssetDraft(tag: "A-1", status: .retired), ["asset.status-changed"]),
    (
      AssetDraft(tag: "A-1", status: .lost, location: "HQ"),
      ["asset.status-changed", "asset.moved"]
    ),
  ])
  func `another location is a move, another status a change of status`(
    _ draft: AssetDraft, _ kinds: [String]
  ) throws {
    let ledger = try TestLedger()
    try ledger.take(Self.laptop)
    try ledger.expectEntries(kinds) {
      let result = try ledger.take(draft)
      #expect(result == [.changed])
    }
    let asset = try ledger.store.asset(named: "A-1")
    #expect(asset.location == draft.location.map { $0.isEmpty ? nil : $0 } ?? "HQ/2/201")
    #expect(asset.status == draft.status ?? .assigned)
    try ledger.expectEntries {
      let result = try ledger.take(draft)
      #expect(result == [.unchanged])
    }
  }

  @Test
  func `a status that can't follow refuses the row, and nothing of it is taken`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", status: .disposed))
    try ledger.expectEntries {
      let draft = AssetDraft(tag: "A-1", name: "new", status: .inStock, location: "HQ/9")
      guard case .refused(let fault) = try ledger.take(draft)[0] else {
        Issue.record("was taken")
        return
      }
      #expect(fault.code == "asset.status-step")
      #expect(fault.message.contains("is disposed; it can't become in_stock"))
    }
    #expect(try ledger.store.asset(named: "A-1").version == 1)
  }

  @Test
  func `a row that says the custodian keeps it, whatever its status does to custody`() throws {
    let ledger = try TestLedger()
    try ledger.take(Self.laptop)
    let draft = AssetDraft(tag: "A-1", status: .inStock, custodian: "Store room")
    try ledger.take(draft)
    #expect(try ledger.store.asset(named: "A-1").custodian == "Store room")
    #expect(try ledger.take(draft) == [.unchanged])
    #expect(try ledger.take(AssetDraft(tag: "A-1", status: .inStock)) == [.unchanged])
  }

  @Test
  func `an edit that also moves is two entries`() throws {
    let ledger = try TestLedger()
    try ledger.take(Self.laptop)
    let draft = AssetDraft(tag: "A-1", name: "Notebook", location: "HQ")
    try ledger.expectEntries("asset.edited", "asset.moved") { try ledger.take(draft) }
  }

  @Test(arguments: ["", "A 1", "A\n1", "A\u{0}1", "A\u{7F}", String(repeating: "x", count: 101)])
  func `a tag that no label could carry is refused`(_ tag: String) throws {
    let ledger = try TestLedger()
    try ledger.expectEntries {
      let draft = AssetDraft(tag: tag, location: "HQ")
      guard case .refused(let fault) = try ledger.take(draft)[0] else {
        Issue.record("was taken")
        return
      }
      #expect(fault.code == "asset.tag")
    }
  }

  @Test
  func `one refused draft doesn't stop the others`() throws {
    let ledger = try TestLedger()
    let verdicts = try ledger.take(
      AssetDraft(tag: "A-1"), AssetDraft(tag: ""), AssetDraft(tag: "A-2"),
      AssetDraft(tag: "A-3", location: "HQ//1"))
    #expect(verdicts[0] == .created)
    #expect(verdicts[2] == .created)
    guard case .refused(let empty) = verdicts[1], case .refused(let place) = verdicts[3] else {
      Issue.record("bad drafts were taken: \(verdicts)")
      return
    }
    #expect(empty.code == "asset.tag")
    #expect(place.code == "location.code")
    #expect(try ledger.store.info().assets == 2)
    #expect(try ledger.store.locations().isEmpty)
  }

  @Test
  func `an unknown location is refused with the nearest one, unless it may be made`() throws {
    let ledger = try TestLedger()
    _ = try ledger.store.addLocation(LocationDraft(code: "Warehouse"), by: TestLedger.ann)
    let (verdicts, created) = try ledger.store.importAssets(
      [AssetDraft(tag: "A-1", location: "Warehuose")], createLocations: false, by: TestLedger.ann)
    guard case .refused(let fault) = verdicts[0] else {
      Issue.record("was taken")
      return
    }
    #expect(fault.code == "location.unknown")
    #expect(fault.message.contains("Did you mean Warehouse?"))
    #expect(created.isEmpty)
    #expect(try ledger.store.info().assets == 0)
  }

  @Test
  func `two drafts of one tag are one asset`() throws {
    let ledger = try TestLedger()
    let verdicts = try ledger.take(
      AssetDraft(tag: "A-1", name: "a"), AssetDraft(tag: "A-1", name: "a"),
      AssetDraft(tag: "A-1", name: "b"), AssetDraft(tag: "a-1"))
    #expect(verdicts == [.created, .unchanged, .changed, .created])
    var tags: [String] = []
    try ledger.store.forEachAsset { tags.append($0.tag) }
    #expect(tags == ["A-1", "a-1"])
  }

  @Test
  func `many assets come in and out, ordered by the bytes of their tags`() throws {
    let ledger = try TestLedger()
    var random = RandomSource(seed: 3)
    let tags = (0..<2000).map { "T-\($0)" }.shuffled(using: &random)
    _ = try ledger.store.importAssets(
      tags.map { AssetDraft(tag: $0, location: "HQ") }, createLocations: true, by: TestLedger.ann)
    var listed: [String] = []
    try ledger.store.forEachAsset { listed.append($0.tag) }
    #expect(listed == tags.sortedByBytes())
  }

  @Test
  func `an asset is named by its tag, code, id or number, in this order`() throws {
    let ledger = try TestLedger()
    try ledger.take(
      AssetDraft(tag: "A-1", codes: [AssetCode("2")]), AssetDraft(tag: "A-2"), AssetDraft(tag: "1"),
      AssetDraft(tag: "A-4", codes: [AssetCode("X")]),
      AssetDraft(tag: "A-5", codes: [AssetCode("X")]))
    func tag(_ name: String) throws -> String { try ledger.store.asset(named: name).tag }
    #expect(try tag("1") == "1")
    #expect(try tag("2") == "A-1")
    #expect(try tag("3") == "1")
    #expect(try tag(ledger.store.asset(named: "A-2").id) == "A-2")
    #expect(try fault { _ = try tag("X") }?.code == "asset.ambiguous")
    #expect(try fault { _ = try tag("99") }?.code == "asset.unknown")
  }
}
