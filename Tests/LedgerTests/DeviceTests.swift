import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct DeviceTests {
  @Test func `numbers that never came are listed, and are no fault`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    let stocktake = try ledger.open()
    #expect(try ledger.store.devices() == [])
    for (number, device) in [(3, "d1"), (4, "d1"), (7, "d1"), (9, "d1"), (1, "d2"), (1, "d2")] {
      ledger.wait()
      let receipts = try ledger.record(
        [
          ledger.event(
            "\(device)-\(number)-\(ledger.now)", .scan(Scan(code: "A-1")), seq: number,
            device: device)
        ], into: stocktake)
      #expect(receipts == [.stored])
    }
    let devices = try ledger.store.devices()
    #expect(devices.map(\.device) == ["d1", "d2"])
    #expect(devices.map(\.events) == [4, 2])
    #expect(devices.map(\.lastSeq) == [9, 1])
    #expect(devices.map(\.missing) == [3, 0])
    #expect(devices[0].gaps.map { [$0.first, $0.last] } == [[5, 6], [8, 8]])
    #expect(devices[1].gaps.isEmpty)
    #expect(devices[1].lastSeen == Timestamp.text(ledger.now))
  }

  @Test func `a device numbers edits and scans in one row`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    func edit(_ seq: Int, ahead: Int = 0) -> DeliveredEdit {
      DeliveredEdit(
        clientEventID: "edit-\(seq)", deviceID: "d1", deviceSeq: seq,
        occurredAt: Timestamp.text(ledger.now + ahead), asset: "A-1", set: ["name": "\(seq)"])
    }
    #expect(
      try ledger.store.edit([edit(5), edit(9, ahead: 5 * 60_000 + 1)], by: TestLedger.ann)
        == [.stored, .storedClockSuspect])
    let edits = try #require(try ledger.store.devices().first)
    #expect((edits.events, edits.lastSeq, edits.missing, edits.clockSuspect) == (2, 9, 3, 1))
    let late = ledger.wait()
    try ledger.record(
      [ledger.scan("e1", "A-1", seq: 4), ledger.scan("e2", "A-1", seq: 7)], into: ledger.open())
    let both = try #require(try ledger.store.devices().first)
    #expect((both.events, both.lastSeq, both.lastSeen) == (4, 9, Timestamp.text(late)))
    #expect(both.gaps.map { [$0.first, $0.last] } == [[6, 6], [8, 8]])
  }

  @Test func `an event from the future is kept, marked, and stays where its device put it`() throws
  {
    let ledger = try TestLedger()
    try ledger.take(
      AssetDraft(tag: "A-1", location: "HQ/1"), AssetDraft(tag: "A-2", location: "HQ/1"))
    let stocktake = try ledger.open()
    let limit = 5 * 60 * 1000
    func event(_ id: String, _ code: String, ahead: Int) -> ScanEvent {
      ledger.event(
        id, .scan(Scan(code: code, location: "HQ/1")), at: ledger.now + ahead)
    }
    let receipts = try ledger.record(
      [
        event("e1", "A-1", ahead: limit), event("e2", "A-2", ahead: limit + 1),
        event("e3", "A-1", ahead: -1_000_000_000),
      ], into: stocktake)
    #expect(receipts == [.stored, .storedClockSuspect, .stored])
    #expect(try ledger.store.devices()[0].clockSuspect == 1)
    let lines = try ledger.store.report(on: stocktake).lines
    #expect(lines.filter { $0.flags.contains(.clockSuspect) }.map(\.asset) == ["A-2"])
    #expect(lines.first { $0.asset == "A-1" }?.decisive?.event == "e1")
    ledger.wait(limit + 1)
    #expect(
      try ledger.record([event("e2", "A-2", ahead: 0)], into: stocktake) == [.duplicate],
      "delivered again when its time has come")
  }
}
