import Inventory
import Ledger
import TestSupport
import Testing

/// The rules over the books: what is snapshot, what is a move, and what comes of it.
@Suite(.onEachEngine) struct OutcomeTests {
  /// Two rooms in HQ, and a warehouse.
  private func ledger(_ drafts: AssetDraft...) throws -> TestLedger {
    let ledger = try TestLedger()
    for code in ["HQ/1", "HQ/2", "Warehouse"] {
      _ = try ledger.store.addLocation(LocationDraft(code: code), by: TestLedger.ann)
    }
    for draft in drafts { try ledger.take(draft) }
    ledger.wait()
    return ledger
  }

  private func line(
    _ ledger: TestLedger, _ stocktake: Stocktake, _ asset: String = "A-1"
  ) throws -> StocktakeReport.Line? {
    try ledger.store.report(on: stocktake).lines.first { $0.asset == asset }
  }

  private static let laptop = AssetDraft(tag: "A-1", name: "Laptop", location: "HQ/1")

  @Test
  func `seen where the books have it is found`() throws {
    let ledger = try ledger(Self.laptop)
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ/1")], into: stocktake)
    let line = try #require(try self.line(ledger, stocktake))
    #expect(line.outcome == .found)
    #expect(line.flags == [.manualEntry])
    #expect(line.name == "Laptop")
    #expect(line.bookLocation == "HQ/1")
    #expect(line.bookStatus == .inStock)
    #expect(line.seenAt == "HQ/1")
    #expect(line.decisive?.event == "e1")
    #expect(line.decisive?.at == Timestamp.text(ledger.now))
  }

  @Test
  func `seen in another room is misplaced`() throws {
    let ledger = try ledger(Self.laptop)
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ/2")], into: stocktake)
    #expect(try line(ledger, stocktake)?.outcome == .misplaced)
  }

  @Test
  func `not seen is missing only where its room or what holds the room was counted`() throws {
    for (place, outcome) in [("HQ/1", Outcome.missing), ("HQ", .missing), ("HQ/2", .notCounted)] {
      let ledger = try ledger(Self.laptop)
      let stocktake = try ledger.open()
      #expect(try line(ledger, stocktake)?.outcome == .notCounted)
      try ledger.record([ledger.event("e1", .done(place))], into: stocktake)
      #expect(try line(ledger, stocktake)?.outcome == outcome)
    }
  }

  @Test
  func `under implicit coverage one known asset covers its room`() throws {
    let ledger = try ledger(Self.laptop, AssetDraft(tag: "A-2", location: "HQ/1"))
    let stocktake = try ledger.open(coverage: .implicit)
    try ledger.record([ledger.scan("e1", "STRANGER", at: "HQ/1")], into: stocktake)
    #expect(try line(ledger, stocktake)?.outcome == .notCounted)
    try ledger.record([ledger.scan("e2", "A-2", at: "HQ/1")], into: stocktake)
    #expect(try line(ledger, stocktake)?.outcome == .missing)
  }

  @Test(arguments: [
    AssetDraft(tag: "A-1", status: .retired), AssetDraft(tag: "A-1", status: .inRepair),
    AssetDraft(tag: "A-1", location: "Warehouse"),
  ])
  func `not seen and moved away during the count is excused`(_ move: AssetDraft) throws {
    let ledger = try ledger(Self.laptop)
    let stocktake = try ledger.open()
    ledger.wait()
    try ledger.take(move)
    try ledger.record([ledger.event("e1", .done("HQ"))], into: stocktake)
    #expect(try line(ledger, stocktake)?.outcome == .excused)
  }

  @Test
  func `moved within the scope and not seen is judged in its new room`() throws {
    let ledger = try ledger(Self.laptop)
    let stocktake = try ledger.open()
    ledger.wait()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/2"))
    try ledger.record([ledger.event("e1", .done("HQ/1"))], into: stocktake)
    #expect(try line(ledger, stocktake)?.outcome == .notCounted)
    try ledger.record([ledger.event("e2", .done("HQ/2"), seq: 2)], into: stocktake)
    #expect(try line(ledger, stocktake)?.outcome == .missing)
    #expect(try line(ledger, stocktake)?.bookLocation == "HQ/2")
  }

  @Test
  func `a move after the opening holds for later sightings, not for earlier ones`() throws {
    let ledger = try ledger(Self.laptop)
    let stocktake = try ledger.open()
    let before = ledger.wait()
    ledger.wait()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/2"))
    let after = ledger.wait()
    for (id, place, time, outcome) in [
      ("e1", "HQ/1", before, Outcome.found), ("e2", "HQ/2", after, .found),
      ("e3", "HQ/1", after + 1, .misplaced),
    ] {
      let scan = ScanEvent.Content.scan(Scan(code: "A-1", location: place))
      try ledger.record([ledger.event(id, scan, at: time)], into: stocktake)
      let line = try #require(try self.line(ledger, stocktake))
      #expect(line.outcome == outcome)
      #expect(line.flags.contains(.movedDuringCount))
    }
  }

  @Test
  func `a move before the opening is no move`() throws {
    let ledger = try ledger(Self.laptop)
    // In the same millisecond as the opening: the order of entries decides.
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/2"))
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ/2")], into: stocktake)
    let line = try #require(try self.line(ledger, stocktake))
    #expect(line.outcome == .found)
    #expect(line.flags == [.manualEntry])
  }

  @Test
  func `created after the opening is new`() throws {
    let ledger = try ledger()
    let stocktake = try ledger.open()
    ledger.wait()
    try ledger.take(Self.laptop, AssetDraft(tag: "A-2", location: "HQ/1"))
    ledger.wait()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/2"))
    ledger.wait()
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ/2")], into: stocktake)
    #expect(try line(ledger, stocktake)?.outcome == .newInStocktake)
    #expect(try line(ledger, stocktake)?.bookLocation == "HQ/2")
    // The other was neither expected nor seen.
    #expect(try line(ledger, stocktake, "A-2") == nil)
    #expect(try ledger.store.report(on: stocktake).summary.expected == 0)
  }

  @Test(arguments: AssetStatus.allCases)
  func `seen in a status that isn't countable is unexpected, and flagged where it is gone`(
    _ status: AssetStatus
  ) throws {
    let ledger = try ledger(AssetDraft(tag: "A-1", status: status, location: "HQ/1"))
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ/1")], into: stocktake)
    let line = try #require(try self.line(ledger, stocktake))
    let isCountable = [.inStock, .assigned].contains(status)
    #expect(line.outcome == (isCountable ? .found : .unexpectedStatus))
    let isGone = [.retired, .lost, .stolen, .disposed].contains(status)
    #expect(line.flags.contains(.statusConflict) == isGone)
  }

  @Test
  func `assigned assets are expected unless the stocktake leaves them out`() throws {
    for leavesOut in [false, true] {
      let ledger = try ledger(AssetDraft(tag: "A-1", status: .assigned, location: "HQ/1"))
      let stocktake = try ledger.open(leavesOutAssigned: leavesOut)
      #expect(try line(ledger, stocktake)?.outcome == (leavesOut ? nil : .notCounted))
    }
  }

  @Test
  func `moved into the scope and seen there is moved in`() throws {
    let ledger = try ledger(AssetDraft(tag: "A-1", location: "Warehouse"))
    let stocktake = try ledger.open()
    ledger.wait()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/1"))
    ledger.wait()
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ/1")], into: stocktake)
    #expect(try line(ledger, stocktake)?.outcome == .movedIn)
  }

  @Test
  func `seen in scope while it belongs elsewhere, or nowhere, is unexpected`() throws {
    for place in ["Warehouse", ""] {
      let ledger = try ledger(AssetDraft(tag: "A-1", location: place))
      let stocktake = try ledger.open()
      try ledger.record([ledger.scan("e1", "A-1", at: "HQ/1")], into: stocktake)
      #expect(try line(ledger, stocktake)?.outcome == .unexpectedElsewhere)
    }
  }

  @Test
  func `only the building named is found, coarsely`() throws {
    let ledger = try ledger(Self.laptop)
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ")], into: stocktake)
    #expect(try line(ledger, stocktake)?.outcome == .found)
    #expect(try line(ledger, stocktake)?.flags == [.coarseLocation, .manualEntry])
  }

  @Test
  func `a scan without a place is unverified, unless the scope is one location`() throws {
    let ledger = try ledger(Self.laptop)
    let two = try ledger.open("Two", scope: ["HQ/1", "Warehouse"])
    try ledger.record([ledger.scan("e1", "A-1")], into: two)
    #expect(try line(ledger, two)?.flags.contains(.locationUnverified) == true)

    let other = try self.ledger(Self.laptop)
    let one = try other.open("One", scope: ["HQ/1"])
    try other.record([other.scan("e1", "A-1")], into: one)
    #expect(try line(other, one)?.seenAt == "HQ/1")
    #expect(try line(other, one)?.flags == [.manualEntry])
  }

  @Test(arguments: [(299_999, false), (300_000, false), (300_001, true), (-86_400_000, false)])
  func `a clock that is more than five minutes ahead is suspect`(
    _ ahead: Int, _ isSuspect: Bool
  ) throws {
    let ledger = try ledger(Self.laptop)
    let stocktake = try ledger.open()
    let scan = ScanEvent.Content.scan(Scan(code: "A-1", location: "HQ/1"))
    try ledger.record([ledger.event("e1", scan, at: ledger.now + ahead)], into: stocktake)
    // The suspicion stays when the ledger's clock has caught up.
    ledger.wait(86_400_000)
    #expect(try line(ledger, stocktake)?.flags.contains(.clockSuspect) == isSuspect)
  }

  @Test
  func `a void takes a sighting out, whether it comes before or after it`() throws {
    for ids in [["e1", "v1"], ["v1", "e1"]] {
      let ledger = try ledger(Self.laptop)
      let stocktake = try ledger.open()
      for id in ids {
        let event =
          id == "v1"
          ? ledger.event("v1", .void("e1"), seq: 2) : ledger.scan("e1", "A-1", at: "HQ/1")
        try ledger.record([event], into: stocktake)
      }
      #expect(try line(ledger, stocktake)?.outcome == .notCounted)
      #expect(
        try ledger.store.report(on: stocktake).dispositions == ["voided": 1, "void-marker": 1])
    }
  }

  @Test
  func `a picture that shows a label twice is suspected of a clone`() throws {
    let ledger = try ledger(Self.laptop)
    let stocktake = try ledger.open()
    let events = [0.0, 500.5].enumerated().map { index, x in
      let outline: Polygon = [[x, 0], [x + 40, 0], [x + 40, 40], [x, 40]]
      let evidence = Evidence(image: "sha256:p", polygon: outline, quality: 5, weak: false)
      return ledger.event(
        "e\(index)",
        .scan(Scan(code: "A-1", symbology: "qr-code", location: "HQ/1", evidence: evidence)))
    }
    try ledger.record(events, into: stocktake)
    #expect(try line(ledger, stocktake)?.flags == [.cloneSuspect])
  }

  @Test
  func `a code that an asset gets during the count finds the asset`() throws {
    let ledger = try ledger(Self.laptop)
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan("e1", "NEW-LABEL", at: "HQ/1")], into: stocktake)
    #expect(try ledger.store.report(on: stocktake).unknown.map(\.code) == ["NEW-LABEL"])
    try ledger.take(AssetDraft(tag: "A-1", codes: [AssetCode("NEW-LABEL")]))
    #expect(try line(ledger, stocktake)?.outcome == .found)
    #expect(try ledger.store.report(on: stocktake).unknown.isEmpty)
  }

  @Test
  func `two stocktakes of one asset are judged each by its own events`() throws {
    let ledger = try ledger(Self.laptop)
    let (one, two) = (try ledger.open("One"), try ledger.open("Two", scope: ["Warehouse"]))
    try ledger.record([ledger.scan("e1", "A-1", at: "Warehouse")], into: two)
    #expect(try line(ledger, one)?.outcome == .notCounted)
    #expect(try line(ledger, two)?.outcome == .unexpectedElsewhere)
  }
}
