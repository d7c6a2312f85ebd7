import Inventory
import Ledger
import TestSupport
import Testing

/// Names, codes and ids hold anything; the ledger keeps them and compares them exactly.
@Suite(.onEachEngine) struct HostileTextTests {
  static let texts = [
    "'; DROP TABLE assets; --", "\"}", "a\u{0}b", "\u{1B}[31mred\u{1B}[0m", "=HYPERLINK(\"x\")",
    "line\r\nend", "👩🏽‍🔧", "\u{202E}fdp.exe", "<script>alert(1)</script>", "\\u0000", "\u{FEFF}x",
    "${HOME}",
  ]

  @Test(arguments: texts)
  func `a hostile name survives the round trip`(_ text: String) throws {
    let ledger = try TestLedger()
    let draft = AssetDraft(
      tag: "A-1", name: text, category: text, make: text, model: text, serial: text,
      custodian: text, codes: [AssetCode(text)])
    #expect(try ledger.take(draft) == [.created])
    #expect(try ledger.take(draft) == [.unchanged])
    let asset = try ledger.reopened().asset(named: "A-1")
    for field in [
      asset.name, asset.category, asset.make, asset.model, asset.serial, asset.custodian,
    ] {
      #expect(Array(field.utf8) == Array(text.utf8))
    }
    #expect(asset.codes == [text])
  }

  @Test(arguments: texts)
  func `a hostile scan is kept as it was read`(_ text: String) throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    let stocktake = try ledger.open(text)
    let event = ledger.event(
      text, .scan(Scan(code: text, symbology: text, quantity: text)), device: text, counter: text)
    #expect(try ledger.record([event, event], into: stocktake) == [.stored, .duplicate])
    #expect(try ledger.store.eventIDs(of: stocktake) == [text])
    let report = try ledger.store.report(on: stocktake)
    let sighting = try #require(report.unknown.first?.scans.first)
    #expect(sighting.code == text)
    #expect(sighting.device == text)
    #expect(sighting.counter == text)
    #expect(
      try ledger.store.closeStocktake(stocktake, by: Principal(name: text)).stocktake.closedBy
        == text)
    #expect(try ledger.store.stocktake(named: text).id == stocktake.id)
  }

  @Test
  func `a code that goes on after a NUL is another code`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    #expect(try ledger.store.lookup("A-1\u{0}").match == .none)
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan("e1", "A-1\u{0}x", at: "HQ")], into: stocktake)
    let report = try ledger.store.report(on: stocktake)
    #expect(report.lines.map(\.outcome) == [.notCounted])
    #expect(report.unknown.map(\.kind) == [.malformed])
  }

  @Test
  func `a message quotes hostile text without its control characters`() throws {
    let ledger = try TestLedger()
    for text in Self.texts {
      let faults = [
        try fault { _ = try ledger.store.asset(named: text) },
        try fault { _ = try ledger.store.stocktake(named: text) },
        try fault { _ = try ledger.open(scope: [text]) },
        try fault { _ = try LedgerSetting.named(text) },
      ]
      for fault in faults {
        let message = try #require(fault).message
        #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
      }
    }
  }

  @Test
  func `one written form and another of a location are one location`() throws {
    let ledger = try TestLedger()
    let (composed, decomposed) = ("HQ/B\u{FC}ro", "HQ/Bu\u{308}ro")
    try ledger.take(
      AssetDraft(tag: "A-1", location: composed), AssetDraft(tag: "A-2", location: decomposed))
    #expect(try ledger.store.locations().map(\.code) == ["HQ", composed])
    let stocktake = try ledger.open(scope: [decomposed])
    try ledger.record(
      [ledger.scan("e1", "A-1", at: decomposed), ledger.scan("e2", "A-2", at: composed, seq: 2)],
      into: stocktake)
    #expect(try ledger.store.report(on: stocktake).lines.map(\.outcome) == [.found, .found])
  }

  @Test
  func `one written form and another of a tag or an event's id are one`() throws {
    let ledger = try TestLedger()
    let (composed, decomposed) = ("B\u{FC}-1", "Bu\u{308}-1")
    #expect(try ledger.take(AssetDraft(tag: decomposed, location: "HQ")) == [.created])
    #expect(try ledger.take(AssetDraft(tag: composed)) == [.unchanged])
    for code in [composed, decomposed] {
      let found = try ledger.store.lookup(code)
      #expect(found.results.map { Array($0.tag.utf8) } == [Array(composed.utf8)])
      #expect(found.results.map(\.codes) == [[]])
    }
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan(decomposed, decomposed, at: "HQ")], into: stocktake)
    let receipt = try ledger.record([ledger.scan(composed, "other")], into: stocktake)[0]
    guard case .conflict = receipt else {
      Issue.record("expected a conflict, got \(receipt)")
      return
    }
    #expect(try ledger.store.report(on: stocktake).lines.map(\.outcome) == [.found])
  }
}
