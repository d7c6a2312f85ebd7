import Inventory
import Ledger
import TestSupport
import Testing

/// Edits that devices made, and deliver when they can.
@Suite(.onEachEngine)
struct DeliveredEditTests {
  private func ledger() throws -> TestLedger {
    let ledger = try TestLedger()
    _ = try ledger.store.define(CustomField(name: "Size", type: .number), by: TestLedger.ann)
    try ledger.take(AssetDraft(tag: "A-1", name: "first", make: "Acme"))
    return ledger
  }

  private func edit(
    _ id: String, at seconds: Int, _ set: [String: String], device: String = "d1", seq: Int = 1,
    asset: String = "A-1"
  ) -> DeliveredEdit {
    DeliveredEdit(
      clientEventID: id, deviceID: device, deviceSeq: seq,
      occurredAt: Timestamp.text(TestLedger.start + seconds * 1000), asset: asset, set: set)
  }

  @Test
  func `an edit that comes late changes what nobody wrote since, and the rest is a conflict`()
    throws
  {
    let ledger = try ledger()
    ledger.wait(60_000)
    try ledger.step(.edit(AssetDraft(tag: "", name: "newer")), "A-1")
    let receipts = try ledger.store.edit(
      [edit("e1", at: 30, ["name": "older", "make": "Bolt", "Size": "04"])], by: TestLedger.ann)
    #expect(receipts == [.stored])
    let asset = try ledger.store.asset(named: "A-1")
    #expect((asset.name, asset.make, asset.fields) == ("newer", "Bolt", ["Size": "4"]))
    #expect(asset.version == 3)
    let conflict = try #require(try ledger.store.conflicts().first)
    #expect(try ledger.store.conflicts().count == 1)
    #expect((conflict.asset, conflict.field) == ("A-1", "name"))
    #expect((conflict.value, conflict.kept) == ("older", "newer"))
    #expect((conflict.seq, conflict.keptSeq) == (4, 3))
    #expect((conflict.device, conflict.by) == ("d1", "ann"))
    #expect(conflict.occurredAt == Timestamp.text(TestLedger.start + 30_000))
    let line = try #require(try ledger.store.story(of: asset).lines.last)
    #expect(
      line.text
        == "changed the name to “older”, too late: “newer” stays, changed the make from “Acme” to "
        + "“Bolt”, set the Size to “4” (on d1 at 2026-11-21T10:00:30.000Z)")
  }

  @Test
  func `an edit from before the asset was made changes nothing`() throws {
    let ledger = try ledger()
    #expect(
      try ledger.store.edit([edit("e1", at: -1, ["name": "x"])], by: TestLedger.ann) == [.stored])
    let asset = try ledger.store.asset(named: "A-1")
    #expect((asset.name, asset.version) == ("first", 1))
    #expect(try ledger.store.conflicts().map(\.keptSeq) == [2])
  }

  @Test
  func `whoever edits at the ledger sees what is there, so that edit is the last one`() throws {
    let ledger = try ledger()
    // A device whose clock is an hour ahead.
    _ = try ledger.store.edit([edit("e1", at: 3600, ["name": "ahead"])], by: TestLedger.ann)
    try ledger.step(.edit(AssetDraft(tag: "", name: "here")), "A-1")
    #expect(try ledger.store.asset(named: "A-1").name == "here")
    _ = try ledger.store.edit([edit("e2", at: 3599, ["name": "between"])], by: TestLedger.ann)
    #expect(try ledger.store.asset(named: "A-1").name == "here")
    _ = try ledger.store.edit([edit("e3", at: 3601, ["name": "later"])], by: TestLedger.ann)
    #expect(try ledger.store.asset(named: "A-1").name == "later")
    let lines = try ledger.store.story(of: ledger.store.asset(named: "A-1")).lines
    #expect(lines[1].text.hasSuffix("at 2026-11-21T11:00:00.000Z, by a clock that is ahead)"))
  }

  @Test(arguments: 1...10)
  func `in whatever order edits arrive, the fields are the same in the end`(
    _ seed: UInt64
  ) throws {
    var random = RandomSource(seed: seed)
    let names = ["name", "make", "category", "Size"]
    let edits = (0..<12).map { index in
      let field = names[Int.random(in: 0..<4, using: &random)]
      return edit(
        "e\(index)", at: Int.random(in: 1...5, using: &random),
        [field: "\(Int.random(in: 1...3, using: &random))"],
        device: "d\(Int.random(in: 1...2, using: &random))", seq: index)
    }
    func outcome(_ edits: [DeliveredEdit]) throws -> [String] {
      let ledger = try ledger()
      #expect(
        try ledger.store.edit(edits, by: TestLedger.ann) == edits.map { _ in EventReceipt.stored })
      let asset = try ledger.store.asset(named: "A-1")
      return [asset.name, asset.make, asset.category, asset.fields?["Size"] ?? ""]
    }
    let first = try outcome(edits)
    for _ in 0..<4 { #expect(try outcome(edits.shuffled(using: &random)) == first) }
  }

  @Test
  func `a second delivery is a duplicate, another edit of the same id a conflict`() throws {
    let ledger = try ledger()
    let (one, other) = (edit("e1", at: 1, ["name": "a"]), edit("e1", at: 1, ["name": "b"]))
    #expect(try ledger.store.edit([one, one], by: TestLedger.ann) == [.stored, .duplicate])
    try ledger.expectEntries {
      let receipts = try ledger.store.edit([one, other], by: TestLedger.ann)
      #expect(receipts[0] == .duplicate)
      guard case .conflict(let stored, let delivered) = receipts[1] else {
        Issue.record("\(receipts)")
        return
      }
      #expect(stored.contains(#""name":"a""#))
      #expect(delivered.contains(#""name":"b""#))
    }
    #expect(try ledger.store.asset(named: "A-1").name == "a")
  }

  @Test
  func `the id of an edit is no scan's`() throws {
    let ledger = try ledger()
    _ = try ledger.store.addLocation(LocationDraft(code: "HQ"), by: TestLedger.ann)
    _ = try ledger.store.edit([edit("e1", at: 1, ["name": "a"])], by: TestLedger.ann)
    let stocktake = try ledger.open()
    try ledger.expectEntries("scan.recorded", "scan.recorded") {
      for numbering in [EventNumbering.byDevice, .byLedger] {
        let events = [
          ledger.scan("e1", "A-1", at: "HQ"), ledger.scan("\(numbering)", "A-1", at: "HQ", seq: 2),
        ]
        let receipts = try ledger.record(events, into: stocktake, numbering: numbering)
        guard case .conflict(let stored, _) = receipts[0] else {
          Issue.record("\(receipts)")
          return
        }
        #expect(stored.contains(#""name":"a""#))
        #expect(receipts[1] == .stored)
      }
    }
  }

  @Test
  func `the id of a scan is no edit's`() throws {
    let ledger = try ledger()
    _ = try ledger.store.addLocation(LocationDraft(code: "HQ"), by: TestLedger.ann)
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ")], into: ledger.open())
    let receipts = try ledger.store.edit([edit("e1", at: 1, ["name": "a"])], by: TestLedger.ann)
    guard case .conflict = receipts[0] else {
      Issue.record("\(receipts)")
      return
    }
  }

  @Test
  func `an edit that could mean nothing is refused, the others are taken`() throws {
    let ledger = try ledger()
    func with(_ id: String, device: String = "d1", seq: Int = 1, at: String) -> DeliveredEdit {
      DeliveredEdit(
        clientEventID: id, deviceID: device, deviceSeq: seq, occurredAt: at, asset: "A-1",
        set: ["name": "x"])
    }
    let time = "2026-11-21T10:00:01Z"
    let wrong = [
      with("", at: time), with("e", device: "", at: time), with("e", seq: -1, at: time),
      with("e", at: "yesterday"), edit("e", at: 1, [:]), edit("e", at: 1, ["colour": "red"]),
      edit("e", at: 1, ["status": "lost"]), edit("e", at: 1, ["Size": "big"]),
      edit("e", at: 1, ["name": "x"], asset: "A-9"),
    ]
    let receipts = try ledger.store.edit(
      wrong + [edit("good", at: 1, ["name": "x"])], by: TestLedger.ann)
    for receipt in receipts.dropLast() {
      guard case .refused = receipt else {
        Issue.record("\(receipt)")
        continue
      }
    }
    #expect(receipts.last == .stored)
  }
}
