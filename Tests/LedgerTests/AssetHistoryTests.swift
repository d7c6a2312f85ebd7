import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct AssetHistoryTests {
  private func history(_ tag: String, in ledger: TestLedger, limit: Int = 100) throws
    -> AssetHistory
  {
    try ledger.store.history(of: ledger.store.asset(named: tag), limit: limit)
  }

  // MARK: Changes of the books

  @Test
  func `a new asset's history is its creation`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", status: .assigned, location: "HQ/1"))
    let history = try history("A-1", in: ledger)
    let change = try #require(history.changes.first)
    #expect(history.changes.count == 1)
    #expect((change.seq, change.at) == (3, TestLedger.start))
    #expect(change.by == TestLedger.ann)
    #expect(change.before == nil)
    #expect(change.after.location == "HQ/1")
    #expect(change.after.status == .assigned)
    #expect(history.sightings.isEmpty)
    #expect(!history.hasOlder)
  }

  @Test
  func `each change says where from, where to, when and by whom, the newest first`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/1"))
    ledger.wait()
    _ = try ledger.store.importAssets(
      [AssetDraft(tag: "A-1", name: "An edit is no move")], createLocations: true,
      by: TestLedger.ann)
    _ = try ledger.store.importAssets(
      [AssetDraft(tag: "A-1", status: .lost, location: "")], createLocations: true,
      by: Principal(name: "bob", device: "d7"))
    try ledger.take(AssetDraft(tag: "A-2", location: "HQ/2"))
    let changes = try history("A-1", in: ledger).changes
    let bob = Principal(name: "bob", device: "d7")
    #expect(
      changes.map(\.at) == [TestLedger.start + 1000, TestLedger.start + 1000, TestLedger.start])
    #expect(changes.map(\.by) == [bob, bob, TestLedger.ann])
    #expect(changes[0].before == changes[1].after)
    #expect(changes[0].after.location == nil)
    #expect(changes[1].after.location == "HQ/1")
    #expect(changes[0].after.status == .lost)
    #expect(changes[1].before == changes[2].after)
    #expect(changes[2].before == nil)
  }

  @Test
  func `of a long history the newest is shown, and what it changed`() throws {
    let ledger = try TestLedger()
    for room in 1...5 { try ledger.take(AssetDraft(tag: "A-1", location: "R\(room)")) }
    let history = try history("A-1", in: ledger, limit: 2)
    #expect(history.hasOlder)
    #expect(history.changes.map(\.after.location) == ["R5", "R4"])
    #expect(history.changes.map(\.before?.location) == ["R4", "R3"])
    #expect(try self.history("A-1", in: ledger, limit: 5).hasOlder == false)
  }

  // MARK: Sightings

  private static let prefix = "https://t.example/a/"

  private func counted(_ codes: [String], scope: [String] = ["HQ"]) throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.store.set(.urlPrefix, to: Self.prefix, by: TestLedger.ann)
    try ledger.take(
      AssetDraft(
        tag: "A-1", location: "HQ/1",
        codes: [
          AssetCode("OLD-1"), AssetCode("TWIN"), AssetCode("00036000291452"),
          AssetCode("4006381333931", kind: .product),
        ]),
      AssetDraft(tag: "A-2", location: "HQ/2", codes: [AssetCode("TWIN")]),
      AssetDraft(tag: "A-10", location: "HQ/2"))
    let stocktake = try ledger.open(scope: scope)
    let events = codes.enumerated().map { index, code in
      ledger.scan("e\(index)", code, at: "HQ/2", seq: index + 1)
    }
    try ledger.record(events, into: stocktake)
    return ledger
  }

  @Test(arguments: [
    "A-1", "A-1\n", "A-1\r\n", "\(prefix)A-1", "\(prefix)A-1\r", "]C1A-1", "]Q1\(prefix)A-1\n",
    "OLD-1", "\(prefix)OLD-1", "036000291452", "0036000291452", "00036000291452",
    "]E00036000291452", "\(prefix)036000291452", "4006381333931", "04006381333931",
  ])
  func `a scan that leads to the asset is a sighting, however scanners send it`(
    _ code: String
  ) throws {
    let sightings = try history("A-1", in: counted([code])).sightings
    #expect(sightings.map(\.code) == [code])
    #expect(sightings.first?.location == "HQ/2")
    #expect(sightings.first?.stocktake.number == 1)
    #expect(sightings.first?.stocktake.name == "Autumn")
  }

  @Test(arguments: [
    "A-10", "A-1 ", "a-1", "A-1\u{1}", "A-1\n.", "https://other.example/A-1", "TWIN",
    "\(prefix)\(prefix)A-1", "]C1]C1A-1", "A-", "6000291452",
  ])
  func `a scan that leads to something else, or to several, is none`(_ code: String) throws {
    #expect(try history("A-1", in: counted([code])).sightings.isEmpty)
  }

  @Test
  func `sightings are what a lookup of their codes says`() throws {
    var random = RandomSource(seed: 9)
    let parts = ["A-1", "A-10", "OLD-1", "TWIN", Self.prefix, "]C1", "]", "\n", "\r", "0", "é"]
    let codes = Set(
      (0..<300).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          parts.randomElement(using: &random) ?? ""
        }.joined()
      })
    let ledger = try counted(Array(codes))
    let expected = try codes.filter { try ledger.store.lookup($0).results.map(\.tag) == ["A-1"] }
    #expect(expected.count > 5)
    let seen = try history("A-1", in: ledger, limit: 1000).sightings.map(\.code)
    #expect(Set(seen) == expected)
    #expect(seen.count == expected.count)
  }

  @Test
  func `sightings come the newest first, and the oldest are left out`() throws {
    let ledger = try counted([])
    let stocktake = try ledger.store.stocktake(named: "1")
    for index in 0..<5 {
      ledger.wait()
      try ledger.record([ledger.scan("s\(index)", "A-1", seq: index + 1)], into: stocktake)
    }
    let history = try history("A-1", in: ledger, limit: 3)
    #expect(history.sightings.map(\.event) == ["s4", "s3", "s2"])
    #expect(history.hasOlder)
    #expect(history.sightings[0].at == ledger.now)
    #expect(history.sightings[0].counter == "ann")
    #expect(history.sightings[0].device == "d1")
  }

  @Test
  func `a voided sighting says so`() throws {
    let ledger = try counted(["A-1", "OLD-1"])
    let stocktake = try ledger.store.stocktake(named: "1")
    try ledger.record([ledger.event("v", .void("e0"), seq: 3)], into: stocktake)
    let sightings = try history("A-1", in: ledger).sightings
    #expect(sightings.map(\.event) == ["e1", "e0"])
    #expect(sightings.map(\.isVoided) == [false, true])
  }

  // MARK: Places

  @Test
  func `a scan without a place is where its device said before that it is`() throws {
    let ledger = try counted([], scope: ["HQ/1", "HQ/2"])
    let stocktake = try ledger.store.stocktake(named: "1")
    try ledger.record(
      [
        ledger.scan("before", "A-1", seq: 1),
        ledger.event("at-1", .location("HQ/1"), seq: 2),
        ledger.scan("in-1", "A-1", seq: 3),
        ledger.event("at-2", .location("HQ/2"), seq: 4),
        ledger.scan("in-2", "A-1", seq: 5),
        ledger.event("other", .location("HQ"), seq: 4, device: "d2"),
        ledger.event("wrong", .location("HQ"), seq: 6),
        ledger.scan("after-void", "A-1", seq: 7),
        ledger.event("void", .void("wrong"), seq: 8),
      ], into: stocktake)
    let sightings = try history("A-1", in: ledger).sightings
    let places = Dictionary(uniqueKeysWithValues: sightings.map { ($0.event, $0.location) })
    #expect(places == ["before": nil, "in-1": "HQ/1", "in-2": "HQ/2", "after-void": "HQ/2"])
  }

  @Test
  func `where only one location is counted, that is the place`() throws {
    let ledger = try counted([])
    try ledger.record(
      [ledger.scan("s", "A-1")], into: try ledger.store.stocktake(named: "1"))
    #expect(try history("A-1", in: ledger).sightings.map(\.location) == ["HQ"])
  }

  // MARK: Crops

  /// A signature and the header of a PNG of 300 × 2 pixels; nothing looks behind them.
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
    + [0, 0, 1, 44, 0, 0, 0, 2, 1, 0, 0, 0, 0]

  @Test(arguments: [png, Array(png.prefix(20)), Array("no picture, but long enough".utf8), []])
  func `a sighting has its crop with the size, where the crop is a picture`(
    _ bytes: [UInt8]
  ) throws {
    let ledger = try counted([])
    let crop = Crop(png: bytes)
    let evidence = Evidence(
      image: "sha256:00", polygon: nil, quality: nil, weak: nil, crop: crop.hash,
      cropPolygon: [[1, 2], [3, 4], [5, 6.5]])
    _ = try ledger.store.record(
      [ledger.event("s", .scan(Scan(code: "A-1", symbology: "qr-code", evidence: evidence)))],
      crops: [crop], into: try ledger.store.stocktake(named: "1"), numbering: .byDevice,
      by: TestLedger.ann)
    let sighting = try #require(try history("A-1", in: ledger).sightings.first)
    #expect(sighting.symbology == "qr-code")
    guard bytes == Self.png else {
      #expect(sighting.crop == nil)
      return
    }
    let view = try #require(sighting.crop)
    #expect((view.width, view.height) == (300, 2))
    #expect(view.hash == crop.hash)
    #expect(view.outline == [[1, 2], [3, 4], [5, 6.5]])
  }

  @Test
  func `a crop that isn't kept here is none`() throws {
    let ledger = try counted([])
    let evidence = Evidence(
      image: nil, polygon: nil, quality: nil, weak: nil, crop: "sha256:elsewhere")
    try ledger.record(
      [ledger.event("s", .scan(Scan(code: "A-1", evidence: evidence)))],
      into: try ledger.store.stocktake(named: "1"))
    let sightings = try history("A-1", in: ledger).sightings
    #expect(sightings.count == 1)
    #expect(sightings[0].crop == nil)
  }
}
