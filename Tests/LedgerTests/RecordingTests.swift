import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct RecordingTests {
  private func countedLedger() throws -> (TestLedger, Stocktake) {
    let ledger = try TestLedger()
    try ledger.take(
      AssetDraft(tag: "A-1", location: "HQ/1"), AssetDraft(tag: "A-2", location: "HQ/2"))
    return (ledger, try ledger.open())
  }

  private func refusal(_ receipt: EventReceipt?) -> String? {
    guard case .refused(let fault) = receipt else { return nil }
    return fault.code
  }

  @Test
  func `events of every kind are stored, each as one entry`() throws {
    let (ledger, stocktake) = try countedLedger()
    let evidence = Evidence(
      image: "sha256:ab", polygon: [[1, 2], [3.5, 2], [3.5, 4.25], [1, 4]], quality: 9, weak: true)
    let events = [
      ledger.event("e1", .location("HQ/1"), seq: 1),
      ledger.event(
        "e2",
        .scan(
          Scan(
            code: "A-1", symbology: "code-128", location: "HQ/1", quantity: "1.50",
            evidence: evidence)),
        seq: 2),
      ledger.event("e3", .done("HQ/1"), seq: 3),
      ledger.event("e4", .void("e2"), seq: 4),
    ]
    let kinds = Array(repeating: "scan.recorded", count: 4)
    try ledger.expectEntries(kinds) {
      let receipts = try ledger.record(events, into: stocktake)
      #expect(receipts == [.stored, .stored, .stored, .stored])
    }
    #expect(try ledger.store.eventIDs(of: stocktake) == ["e1", "e2", "e3", "e4"])
    #expect(try ledger.store.events(of: stocktake, inImage: "sha256:ab") == ["e2"])
    #expect(try ledger.store.events(of: stocktake, inImage: "sha256:cd") == [])
    let steps = try ledger.store.explain(stocktake, code: "A-1").events
    #expect(steps.map(\.event) == events.dropFirst().map(EventRecord.init))
  }

  @Test(arguments: [
    Evidence(image: "p", polygon: nil, quality: nil, weak: nil),
    Evidence(image: nil, polygon: [[0, 0], [9.125, 1e-7]], quality: nil, weak: nil),
    Evidence(image: nil, polygon: nil, quality: 0, weak: nil),
    Evidence(image: nil, polygon: nil, quality: nil, weak: true),
    Evidence(image: "p", polygon: [[-1, 1e300]], quality: -1, weak: false),
  ])
  func `evidence comes back as it was, with or without a picture`(_ evidence: Evidence) throws {
    let (ledger, stocktake) = try countedLedger()
    let event = ledger.event("e1", .scan(Scan(code: "A-1", location: "HQ/1", evidence: evidence)))
    try ledger.record([event], into: stocktake)
    let line = try #require(ledger.store.report(on: stocktake).lines.first)
    #expect(line.decisive?.evidence == evidence)
    #expect(!line.flags.contains(.manualEntry))
    #expect(line.flags.contains(.weakRead) == (evidence.weak == true))
  }

  @Test
  func `the same event again is a duplicate, also under another number of the device`() throws {
    let (ledger, stocktake) = try countedLedger()
    try ledger.record([ledger.scan("e1", "A-1", seq: 1)], into: stocktake)
    let (same, renumbered) = (ledger.scan("e1", "A-1", seq: 1), ledger.scan("e1", "A-1", seq: 7))
    ledger.wait()
    try ledger.expectEntries {
      let receipts = try ledger.record([same, renumbered], into: stocktake)
      #expect(receipts == [.duplicate, .duplicate])
    }
  }

  @Test
  func `an event that comes twice in one delivery is stored once`() throws {
    let (ledger, stocktake) = try countedLedger()
    let event = ledger.scan("e1", "A-1")
    #expect(try ledger.record([event, event], into: stocktake) == [.stored, .duplicate])
  }

  @Test
  func `another event under a known id is a conflict, and the first stays`() throws {
    let (ledger, stocktake) = try countedLedger()
    try ledger.record([ledger.scan("e1", "A-1")], into: stocktake)
    let others = [
      ledger.scan("e1", "A-2"), ledger.scan("e1", "A-1", at: "HQ/1"),
      ledger.event("e1", .scan(Scan(code: "A-1")), at: ledger.now + 1),
      ledger.event("e1", .scan(Scan(code: "A-1")), device: "d2"),
      ledger.event("e1", .scan(Scan(code: "A-1")), round: 2),
      ledger.event("e1", .scan(Scan(code: "A-1")), counter: "bob"),
      ledger.event("e1", .done("HQ/1")),
    ]
    let receipts = try ledger.record(others, into: stocktake)
    for receipt in receipts {
      guard case .conflict(let stored, let delivered) = receipt else {
        Issue.record("expected a conflict, got \(receipt)")
        continue
      }
      #expect(stored.contains(#""code":"A-1""#))
      #expect(stored != delivered)
    }
    #expect(try ledger.store.report(on: stocktake).summary.events == 1)
  }

  @Test
  func `an id that another stocktake has is a conflict that shows both`() throws {
    let ledger = try TestLedger()
    try ledger.take(
      AssetDraft(tag: "A-1", location: "HQ/1"), AssetDraft(tag: "A-2", location: "HQ/2"))
    let (one, two) = (
      try ledger.open("One", scope: ["HQ/1"]), try ledger.open("Two", scope: ["HQ/2"])
    )
    let event = ledger.scan("e1", "A-1")
    try ledger.record([event], into: one)
    guard case .conflict(let stored, let delivered) = try ledger.record([event], into: two)[0]
    else {
      Issue.record("expected a conflict")
      return
    }
    #expect(stored.contains(one.id.description))
    #expect(delivered.contains(two.id.description))
  }

  @Test
  func `an event that could mean nothing is refused, and the others are stored`() throws {
    let (ledger, stocktake) = try countedLedger()
    let scan = ScanEvent.Content.scan(Scan(code: "A-1"))
    let long = String(repeating: "x", count: 201)
    let receipts = try ledger.record(
      [
        ledger.event("", scan), ledger.event(long, scan), ledger.event("e3", scan, device: ""),
        ledger.event("e4", scan, round: 0), ledger.event("e5", .done(nil)),
        ledger.event("e6", .location(nil)),
        ledger.scan("e7", String(repeating: "x", count: 10_001)), ledger.scan("e7", ""),
        ledger.scan("e8", "A-1", at: "HQ/3"), ledger.event("e9", .done("Nowhere")),
        ledger.event("e10", scan),
      ], into: stocktake)
    #expect(receipts.prefix(8).map(refusal) == Array(repeating: "event.malformed", count: 8))
    #expect(receipts[8...9].map(refusal) == ["location.unknown", "location.unknown"])
    #expect(receipts.last == .stored)
    #expect(try ledger.store.eventIDs(of: stocktake) == ["e10"])
  }

  @Test
  func `the ledger numbers events without gaps and passes over known ids before comparing`() throws
  {
    let (ledger, stocktake) = try countedLedger()
    func number(_ events: [ScanEvent]) throws -> [EventReceipt] {
      try ledger.record(events, into: stocktake, numbering: .byLedger)
    }
    #expect(
      try number([
        ledger.scan("e1", "A-1", seq: 0), ledger.scan("bad", "A-1", at: "HQ/9", seq: 0),
        ledger.scan("e2", "A-2", seq: 0),
      ]).filter { $0 == .stored }.count == 2)
    #expect(try number([ledger.scan("e1", "other", seq: 0)]) == [.duplicate])
    #expect(try number([ledger.scan("e3", "A-2", seq: 0)]) == [.stored])
    let numbers = ["A-1", "A-2"].flatMap { code in
      (try? ledger.store.explain(stocktake, code: code).events.map(\.event.deviceSeq)) ?? []
    }
    #expect(numbers.sorted() == [1, 2, 3])
  }

  @Test(arguments: ["HQ/1", "]Q1HQ/1\r\n", "https://t.example/HQ/1"])
  func `a scanned location label says where the next scans are`(_ label: String) throws {
    let (ledger, stocktake) = try countedLedger()
    try ledger.store.set(.urlPrefix, to: "https://t.example/", by: TestLedger.ann)
    let label = ledger.scan("e1", label, seq: 1)
    try ledger.record([label, ledger.scan("e2", "A-1", seq: 2)], into: stocktake)
    #expect(try ledger.record([label], into: stocktake) == [.duplicate])
    let report = try ledger.store.report(on: stocktake)
    #expect(report.lines.first { $0.asset == "A-1" }?.outcome == .found)
    #expect(report.lines.first { $0.asset == "A-1" }?.seenAt == "HQ/1")
    #expect(report.dispositions == ["context": 1, "decisive": 1])
    #expect(report.unknown.isEmpty)
  }

  @Test
  func `an asset whose tag is also a location's code stays an asset`() throws {
    let (ledger, stocktake) = try countedLedger()
    try ledger.take(AssetDraft(tag: "HQ/1", location: "HQ/2"))
    try ledger.record([ledger.scan("e1", "HQ/1", at: "HQ/2")], into: stocktake)
    #expect(try ledger.store.report(on: stocktake).dispositions == ["decisive": 1])
  }

  @Test
  func `a closed stocktake takes no events, not even known ones`() throws {
    let (ledger, stocktake) = try countedLedger()
    let event = ledger.scan("e1", "A-1")
    try ledger.record([event], into: stocktake)
    _ = try ledger.store.closeStocktake(stocktake, by: TestLedger.ann)
    for events in [[], [event], [ledger.scan("e2", "A-1")]] {
      let fault = try fault { try ledger.record(events, into: stocktake) }
      #expect(fault?.code == "stocktake.state")
    }
    #expect(try ledger.store.eventIDs(of: stocktake) == ["e1"])
  }

  @Test
  func `any repetition, order and batching of deliveries gives the same lines`() throws {
    var random = RandomSource(seed: 21)
    let (first, _) = try countedLedger()
    let events = (0..<40).map { index in
      first.event(
        "e\(index)",
        index % 9 == 8
          ? .done("HQ/\(index % 2 + 1)")
          : .scan(Scan(code: "A-\(index % 3)", location: "HQ/\(index % 2 + 1)")),
        seq: index, device: "d\(index % 3)", at: TestLedger.start + index % 7)
    }
    func lines(_ deliveries: [[ScanEvent]]) throws -> [StocktakeReport.Line] {
      let (ledger, stocktake) = try countedLedger()
      for delivery in deliveries { try ledger.record(delivery, into: stocktake) }
      return try ledger.store.report(on: stocktake).lines
    }
    let expected = try lines([events])
    for _ in 0..<5 {
      let shuffled = (events + events.prefix(20)).shuffled(using: &random)
      let cut = Int.random(in: 0...shuffled.count, using: &random)
      #expect(try lines([Array(shuffled[..<cut]), Array(shuffled[cut...])]) == expected)
    }
  }
}
