import Inventory
import Testing

/// What a replay can't show, since it has no tree of locations and no ledger's clock.
struct HierarchyAndClockTests {
  @Test func `a tree of locations may be as deep as it likes`() {
    let deep = (0..<100_000).map { "L\($0)" }
    let facts = StocktakeFacts(
      scope: ["L99999"],
      locations: LocationTree(
        parents: Dictionary(uniqueKeysWithValues: zip(deep, deep.dropFirst()))),
      assets: [Asset(id: "a", location: "L0", status: .inStock, codes: [])])
    #expect(Reconciler.reconcile(facts).lines.map(\.outcome) == [.notCounted])
  }

  private func facts(_ events: ScanEvent..., scope: [String] = ["HQ"]) -> StocktakeFacts {
    StocktakeFacts(
      scope: scope, locations: LocationTree(parents: ["HQ/1": "HQ", "HQ/1/101": "HQ/1"]),
      assets: [
        Asset(id: "a1", location: "HQ/1/101", status: .inStock, codes: [AssetCode("c1")])
      ], events: events)
  }

  private func event(
    _ id: String, at time: Int = 10, recordedAt: Int? = nil, _ content: ScanEvent.Content
  ) -> ScanEvent {
    ScanEvent(
      clientEventID: id, deviceID: "d1", deviceSeq: 1, occurredAt: time, content: content,
      recordedAt: recordedAt)
  }

  private func scan(at location: String?) -> ScanEvent.Content {
    .scan(
      Scan(
        code: "c1", symbology: "qr-code", location: location,
        evidence: Evidence(image: "i", polygon: nil, quality: 1, weak: false)))
  }

  @Test func `an asset seen in its building, no room named, is found with a coarse location`() {
    let result = Reconciler.reconcile(facts(event("e1", scan(at: "HQ"))))
    #expect(result.lines.map(\.outcome) == [.found])
    #expect(result.lines.map(\.flags) == [[.coarseLocation]])
  }

  @Test func `an asset seen in its room is found without a flag`() {
    let result = Reconciler.reconcile(facts(event("e1", scan(at: "HQ/1/101"))))
    #expect(result.lines.map(\.outcome) == [.found])
    #expect(result.lines.map(\.flags) == [[]])
  }

  @Test func `counting a building completely counts its rooms, counting a room not its building`() {
    let building = Reconciler.reconcile(facts(event("e1", .done("HQ"))))
    #expect(building.lines.map(\.outcome) == [.missing])
    #expect(building.lines.map(\.coveredBy) == ["e1"])
    var inBuilding = facts(event("e1", .done("HQ/1/101")))
    inBuilding.assets = [Asset(id: "a1", location: "HQ", status: .inStock, codes: [])]
    #expect(Reconciler.reconcile(inBuilding).lines.map(\.outcome) == [.notCounted])
  }

  @Test(arguments: [(300_010, [Flag]()), (300_011, [.clockSuspect])])
  func `a clock more than five minutes ahead is suspect, and changes nothing else`(
    _ time: Int, _ flags: [Flag]
  ) {
    let ahead = event("e1", at: time, recordedAt: 10, scan(at: "HQ/1/101"))
    let result = Reconciler.reconcile(facts(ahead))
    #expect(result.lines.map(\.outcome) == [.found])
    #expect(result.lines.map(\.flags) == [flags])
  }

  @Test func `an event that came after approval is late and changes nothing`() {
    var facts = facts(
      event("e1", at: 10, recordedAt: 11, .done("HQ")),
      event("e2", at: 12, recordedAt: 99, scan(at: "HQ/1/101")),
      event("e3", at: 13, recordedAt: 99, .void("e1")))
    facts.approvedAt = 50
    let result = Reconciler.reconcile(facts)
    #expect(result.lines.map(\.outcome) == [.missing])
    #expect(result.dispositions.byEvent == ["e1": .coverage, "e2": .late, "e3": .late])
    facts.approvedAt = nil
    #expect(Reconciler.reconcile(facts).lines.map(\.outcome) == [.found])
  }
}
