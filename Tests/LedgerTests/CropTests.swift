import Inventory
import Ledger
import Storage
import TestSupport
import Testing

@Suite(.onEachEngine) struct CropTests {
  private func countedLedger() throws -> (TestLedger, Stocktake) {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/1"))
    return (ledger, try ledger.open())
  }

  private func scan(
    _ ledger: TestLedger, _ id: String, _ crop: String, code: String = "A-1"
  ) -> ScanEvent {
    let evidence = Evidence(
      image: "sha256:ab", polygon: nil, quality: 1, weak: false, crop: crop,
      cropPolygon: [[1, 2], [30, 2], [30, 40.5], [1, 40]])
    return ledger.event(id, .scan(Scan(code: code, location: "HQ/1", evidence: evidence)))
  }

  private func crops(_ ledger: TestLedger) throws -> Int? {
    try ledger.database().read {
      try $0.first("SELECT COUNT(*) FROM crops") { try $0.int(0) }
    }
  }

  @Test func `a crop is kept once with its events, and the report names it`() throws {
    let (ledger, stocktake) = try countedLedger()
    let crop = Crop(png: Array("picture".utf8))
    for id in ["e1", "e2"] {
      let receipts = try ledger.store.record(
        [scan(ledger, id, crop.hash)], crops: [crop, crop], into: stocktake, numbering: .byLedger,
        by: TestLedger.ann)
      #expect(receipts == [.stored])
    }
    #expect(try crops(ledger) == 1)
    #expect(try ledger.reopened().crop(crop.hash) == crop)
    let evidence = try ledger.store.report(on: stocktake).lines.first?.decisive?.evidence
    #expect(evidence?.crop == crop.hash)
    #expect(evidence?.cropPolygon == [[1, 2], [30, 2], [30, 40.5], [1, 40]])
    #expect(try ledger.entries().last?.payload.contains(crop.hash) == true)
  }

  @Test func `crops of events that were refused, or that no event names, are not kept`() throws {
    let (ledger, stocktake) = try countedLedger()
    let (refused, stray) = (Crop(png: [1]), Crop(png: [2]))
    _ = try ledger.store.record(
      [scan(ledger, "e1", refused.hash, code: "")], crops: [refused, stray], into: stocktake,
      numbering: .byLedger, by: TestLedger.ann)
    #expect(try crops(ledger) == 0)
    #expect(try ledger.store.crop(stray.hash) == nil)
  }

  @Test func `a location's label proves nothing, and its picture isn't kept`() throws {
    let (ledger, stocktake) = try countedLedger()
    let crop = Crop(png: [1, 2])
    let receipts = try ledger.store.record(
      [scan(ledger, "e1", crop.hash, code: "HQ/1")], crops: [crop], into: stocktake,
      numbering: .byLedger, by: TestLedger.ann)
    #expect(receipts == [.stored])
    #expect(try crops(ledger) == 0)
    #expect(try ledger.entries().last?.payload.contains("crop_kept") == false)

    // Earlier programs kept it, with nothing that names it.
    try ledger.database().write {
      try $0.execute("INSERT INTO crops (hash, png) VALUES (\(crop.hash), \(crop.png))")
    }
    let summary = try ledger.store.exportLog { _ in }
    #expect(summary.crops == 0)
  }

  @Test func `an event may name a crop that the ledger doesn't have`() throws {
    let (ledger, stocktake) = try countedLedger()
    #expect(
      try ledger.record([scan(ledger, "e1", "sha256:elsewhere")], into: stocktake) == [.stored])
    #expect(try ledger.store.crop("sha256:elsewhere") == nil)
  }

  @Test func `a crop can't be changed, and one that isn't what its hash says is damage`() throws {
    let (ledger, stocktake) = try countedLedger()
    let crop = Crop(png: [1, 2, 3])
    _ = try ledger.store.record(
      [scan(ledger, "e1", crop.hash)], crops: [crop], into: stocktake, numbering: .byLedger,
      by: TestLedger.ann)
    let database = try ledger.database()
    for change: SQLQuery in ["UPDATE crops SET png = hash", "DELETE FROM crops"] {
      #expect(throws: StorageFault.self) { try database.write { try $0.execute(change) } }
    }
    let forged = "sha256:forged"
    try database.write {
      try $0.execute(
        "INSERT INTO crops (hash, png) VALUES (\(forged), \([UInt8](arrayLiteral: 9)))")
    }
    #expect(try fault { _ = try ledger.store.crop(forged) }?.code == "ledger.damaged")
  }
}
