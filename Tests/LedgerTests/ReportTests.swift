import Foundation
import Diagnostics
import Inventory
import Ledger
import Storage
import TestSupport
import Testing

@Suite(.onEachEngine) struct ReportTests {
  /// One asset of each outcome that a first round can have, and strangers.
  private func countedLedger() throws -> (TestLedger, Stocktake) {
    let ledger = try TestLedger()
    for code in ["HQ/1", "HQ/2", "Warehouse"] {
      _ = try ledger.store.addLocation(LocationDraft(code: code), by: TestLedger.ann)
    }
    for tag in ["found", "found-2", "misplaced", "missing", "excused"] {
      try ledger.take(AssetDraft(tag: tag, name: tag.uppercased(), location: "HQ/1"))
    }
    try ledger.take(
      AssetDraft(tag: "not-counted", location: "HQ/2"),
      AssetDraft(tag: "moved-in", location: "Warehouse"),
      AssetDraft(tag: "elsewhere", location: "Warehouse"),
      AssetDraft(tag: "retired", status: .retired, location: "HQ/1"),
      AssetDraft(tag: "twin-1", location: "Warehouse", codes: [AssetCode("TWIN")]),
      AssetDraft(tag: "twin-2", location: "Warehouse", codes: [AssetCode("TWIN")]))
    let stocktake = try ledger.open()
    ledger.wait()
    try ledger.take(
      AssetDraft(tag: "excused", status: .inRepair), AssetDraft(tag: "moved-in", location: "HQ/1"),
      AssetDraft(tag: "new", location: "HQ/1"))
    ledger.wait()
    let codes = [
      "found", "found-2", "found", "moved-in", "elsewhere", "retired", "new", "TWIN", "STRANGER",
    ]
    var events = codes.enumerated().map { ledger.scan("e\($0)", $1, at: "HQ/1", seq: $0) }
    events.append(ledger.scan("e20", "misplaced", at: "HQ/2", seq: 20))
    events.append(ledger.event("e21", .done("HQ/1"), seq: 21))
    events.append(
      ledger.event("e22", .scan(Scan(code: "VOIDED")), seq: 1, device: "d2", counter: nil))
    events.append(ledger.event("e23", .void("e22"), seq: 2, device: "d2", counter: nil))
    try ledger.record(events, into: stocktake)
    return (ledger, stocktake)
  }

  @Test
  func `every outcome that a first round can have is reached, and the summary adds up`() throws {
    let (ledger, stocktake) = try countedLedger()
    let report = try ledger.store.report(on: stocktake)
    let outcomes = Dictionary(uniqueKeysWithValues: report.lines.map { ($0.asset, $0.outcome) })
    #expect(
      outcomes == [
        "found": .found, "found-2": .found, "misplaced": .misplaced, "missing": .missing,
        "excused": .excused, "not-counted": .notCounted, "moved-in": .movedIn,
        "new": .newInStocktake,
        "elsewhere": .unexpectedElsewhere, "retired": .unexpectedStatus,
      ])
    let summary = report.summary
    #expect(Set(summary.outcomes.keys) == Set(Outcome.allCases.map(\.rawValue)))
    #expect(summary.outcomes.values.reduce(0, +) == report.lines.count)
    #expect(
      Outcome.ofExpected.compactMap { summary.outcomes[$0.rawValue] }.reduce(0, +)
        == summary.expected)
    #expect(summary.expected == 6)
    #expect(summary.unknown == 1)
    #expect(summary.ambiguous == 1)
    #expect(summary.events == 13)
    #expect(report.dispositions.values.reduce(0, +) == summary.events)
    // 2 found of 6 expected − 1 excused − 1 not counted, and 1 misplaced.
    #expect(summary.locationAccuracy == 0.5)
    #expect(summary.existenceAccuracy == 0.75)
    #expect(report.lines.map(\.asset) == report.lines.map(\.asset).sortedByBytes())
  }

  @Test
  func `unknown and ambiguous codes are listed once, with their scans`() throws {
    let (ledger, stocktake) = try countedLedger()
    try ledger.record([ledger.scan("f1", "]C1STRANGER\n", at: "HQ/2", seq: 30)], into: stocktake)
    let report = try ledger.store.report(on: stocktake)
    #expect(report.unknown.map(\.code) == ["STRANGER"])
    #expect(report.unknown.first?.kind == .foreign)
    #expect(report.unknown.first?.scans.map(\.event) == ["e8", "f1"])
    #expect(report.ambiguous.map(\.code) == ["TWIN"])
    #expect(report.ambiguous.map(\.candidates) == [["twin-1", "twin-2"]])
  }

  @Test
  func `progress by location adds up to the totals`() throws {
    let (ledger, stocktake) = try countedLedger()
    let report = try ledger.store.report(on: stocktake)
    #expect(report.progress.map(\.location) == ["HQ", "HQ/1", "HQ/2"])
    #expect(report.progress.map(\.expected) == [0, 5, 1])
    #expect(report.progress.map(\.expected).reduce(0, +) == report.summary.expected)
    #expect(report.progress.map(\.covered) == [false, true, false])
    for outcome in Outcome.ofExpected.map(\.rawValue) {
      let total = report.progress.compactMap { $0.outcomes[outcome] }.reduce(0, +)
      #expect(total == report.summary.outcomes[outcome])
    }
    // In HQ/1 one that belongs elsewhere, in HQ/2 a misplaced one; what is booked where it was
    // seen (moved-in, retired, new) is no stranger there.
    #expect(report.progress.map(\.strangers) == [0, 1, 1])
  }

  @Test
  func `the report says who counted, with what and when`() throws {
    let (ledger, stocktake) = try countedLedger()
    let counters = try ledger.store.report(on: stocktake).counters
    #expect(counters.map(\.device) == ["d1", "d2"])
    #expect(counters.map(\.counter) == ["ann", nil])
    #expect(counters.map(\.events) == [11, 2])
    #expect(counters.map(\.first) == Array(repeating: Timestamp.text(ledger.now), count: 2))
  }

  @Test
  func `the hash is the SHA-256 of the canonical JSON with an empty hash`() throws {
    let (ledger, stocktake) = try countedLedger()
    var report = try ledger.store.report(on: stocktake)
    let hash = report.hash
    report.hash = ""
    let folder = try TemporaryFolder()
    let path = try folder.write("report.json", Array(CanonicalJSON.data(report)))
    let sum = try #require(Program.tool("sha256sum")).run([path]).output.prefix(64)
    #expect(hash == "sha256:" + sum)
  }

  @Test(arguments: [0, 1, 1000, 2001])
  func `a report of any length is kept as its canonical JSON`(_ count: Int) throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "Z", location: "Elsewhere"))
    _ = try ledger.store.addLocation(
      LocationDraft(code: "HQ", name: "\"lines\":[]"), by: TestLedger.ann)
    _ = try ledger.store.importAssets(
      (0..<count).map { AssetDraft(tag: "A-\($0)", name: "\"lines\":[] \n/é", location: "HQ") },
      createLocations: false, by: TestLedger.ann)
    let stocktake = try ledger.open()
    try ledger.record((0..<count).compactMap { Self.sighting($0, ledger) }, into: stocktake)
    var report = try ledger.store.closeStocktake(stocktake, by: TestLedger.ann)
    #expect(report.lines.count == count)
    let kept = try ledger.database().read { connection in
      try connection.first("SELECT report FROM stocktakes") { try $0.text(0) }
    }
    #expect(try kept == CanonicalJSON.text(report))
    let hash = report.hash
    report.hash = ""
    #expect(try hash == "sha256:" + Hex.text(CanonicalJSON.digest(report)))
  }

  /// Every third asset isn't seen, every third is typed, the others are read from pictures.
  private static func sighting(_ number: Int, _ ledger: TestLedger) -> ScanEvent? {
    guard number % 3 > 0 else { return nil }
    let evidence = Evidence(
      image: "sha256:\(number)", polygon: [[Double(number), 0.1], [-1e-7, 1e21]],
      quality: number % 2 == 0 ? number : nil, weak: number % 5 == 0 ? true : nil)
    return ledger.event(
      "e\(number)",
      .scan(
        Scan(
          code: "A-\(number)\n", symbology: number % 2 == 0 ? "qr-code" : nil,
          location: number % 7 == 0 ? nil : "HQ", evidence: number % 3 == 1 ? nil : evidence)),
      seq: number, counter: number % 2 == 0 ? nil : "“ann”\\")
  }

  @Test
  func `the hash tells whether any line changed`() throws {
    let (ledger, stocktake) = try countedLedger()
    let first = try ledger.store.report(on: stocktake)
    #expect(try ledger.store.report(on: stocktake) == first)
    try ledger.record([ledger.event("f1", .done("HQ/2"), seq: 40)], into: stocktake)
    let second = try ledger.store.report(on: stocktake)
    #expect(first.hash != second.hash)

    var forged = second
    forged.lines.removeLast()
    forged.hash = ""
    let digest = try CanonicalJSON.digest(forged)
    #expect("sha256:" + Hex.text(digest) != second.hash)
  }

  @Test
  func `a scan is listed where the device said that it was`() throws {
    let (ledger, stocktake) = try countedLedger()
    try ledger.record(
      [
        ledger.event("p1", .location("HQ/2"), seq: 50, device: "d5"),
        ledger.event("p2", .scan(Scan(code: "STRANGE")), seq: 51, device: "d5"),
        ledger.event("p3", .scan(Scan(code: "STRANGE")), seq: 1, device: "d6"),
      ], into: stocktake)
    let report = try ledger.store.report(on: stocktake)
    let scans = try #require(report.unknown.first { $0.code == "STRANGE" }).scans
    #expect(scans.map(\.location) == ["HQ/2", "HQ"], "the scope's only location for the other")
    #expect(report.lines.allSatisfy { $0.decisive == nil || $0.decisive?.location == $0.seenAt })
  }

  @Test
  func `an open stocktake's report is provisional`() throws {
    let (ledger, stocktake) = try countedLedger()
    let header = try ledger.store.report(on: stocktake).stocktake
    #expect(header.state == .open)
    #expect(header.closedBy == nil)
    #expect(header.closedAt == nil)
    #expect(header.checkpoint == (try ledger.store.info().entries))
  }

  @Test
  func `the report of a closed stocktake stays the same bytes, whatever the books say later`()
    throws
  {
    let (ledger, stocktake) = try countedLedger()
    ledger.wait()
    let checkpoint = try ledger.store.info().entries
    let closed = try ledger.store.closeStocktake(stocktake, by: Principal(name: "bob"))
    #expect(closed.stocktake.state == .review)
    #expect(closed.stocktake.closedBy == "bob")
    #expect(closed.stocktake.closedAt == Timestamp.text(ledger.now))
    #expect(closed.stocktake.checkpoint == checkpoint)
    #expect(try ledger.entries().last?.payload.contains(closed.hash) == true)

    ledger.wait()
    try ledger.store.set(.urlPrefix, to: "https://t.example/", by: TestLedger.ann)
    try ledger.take(
      AssetDraft(tag: "found", name: "renamed", status: .lost, location: "Warehouse"),
      AssetDraft(tag: "missing", codes: [AssetCode("STRANGER")]),
      AssetDraft(tag: "later", location: "HQ/1"))
    let later = try ledger.reopened().report(on: stocktake)
    #expect(try CanonicalJSON.data(later) == CanonicalJSON.data(closed))
  }

  @Test
  func `a report of nothing has no accuracy, not one of zero or a hundred percent`() throws {
    let ledger = try TestLedger()
    _ = try ledger.store.addLocation(LocationDraft(code: "HQ"), by: TestLedger.ann)
    let report = try ledger.store.report(on: ledger.open())
    #expect(report.summary.expected == 0)
    #expect(report.summary.locationAccuracy == nil)
    #expect(report.summary.existenceAccuracy == nil)
    #expect(report.lines.isEmpty)
    #expect(report.progress.map(\.expected) == [0])
  }

  @Test
  func `ten thousand assets and events come out whole`() throws {
    let ledger = try TestLedger()
    let tags = (0..<10_000).map { "T-\($0)" }
    _ = try ledger.store.importAssets(
      tags.map { AssetDraft(tag: $0, location: "HQ/\($0.room)") }, createLocations: true,
      by: TestLedger.ann)
    let stocktake = try ledger.open()
    let receipts = try ledger.record(
      tags.enumerated().map { index, tag in
        ledger.scan("e\(index)", tag, at: "HQ/\(tag.room)", seq: index)
      }, into: stocktake)
    #expect(receipts.allSatisfy { $0 == .stored })
    let report = try ledger.store.closeStocktake(stocktake, by: TestLedger.ann)
    #expect(report.summary.outcomes["found"] == 10_000)
    #expect(report.summary.locationAccuracy == 1)
    #expect(report.progress.map(\.expected) == [0] + Array(repeating: 1000, count: 10))
  }
}

extension String {
  /// The room of a tag is its last digit.
  fileprivate var room: Substring { suffix(1) }
}
