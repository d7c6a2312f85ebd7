import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct LocationEditTests {
  private let ledger: TestLedger
  private var store: LedgerStore { ledger.store }
  private let ann = TestLedger.ann

  init() throws {
    ledger = try TestLedger()
    for code in ["HQ/1/101", "HQ/2", "Store"] {
      _ = try ledger.store.addLocation(LocationDraft(code: code), by: TestLedger.ann)
    }
  }

  private func code(_ step: () throws -> Void) throws -> String? { try fault(step)?.code }

  private func edit(_ code: String, _ change: LocationChange) throws {
    try store.editLocation(code, change, by: ann)
  }

  @Test func `an edit changes what it says, and saying it again adds nothing`() throws {
    try edit("HQ/1", LocationChange(name: "First floor", kind: .office))
    let location = try #require(try store.locations().first { $0.code == "HQ/1" })
    #expect(location.name == "First floor" && location.kind == .office && location.parent == "HQ")
    try ledger.expectEntries {
      try edit("HQ/1", LocationChange(name: "First floor"))
      try edit("HQ/1", LocationChange(place: .within("HQ")))
    }
  }

  @Test func `a location moves with all that lies in it`() throws {
    try edit("HQ/1", LocationChange(place: .within("Store")))
    #expect(try store.locationTree(containing: "HQ").isSameOrAncestor("Store", of: "HQ/1/101"))
    try edit("HQ/1", LocationChange(place: .root))
    #expect(try store.locations().first { $0.code == "HQ/1" }?.parent == nil)
  }

  @Test func `a location can't come to lie in itself`() throws {
    for place in ["HQ", "HQ/1", "HQ/1/101"] {
      #expect(
        try code { try edit("HQ", LocationChange(place: .within(place))) } == "location.cycle",
        "\(place)")
    }
  }

  @Test func `after any moves there is a tree`() throws {
    var random = RandomSource(seed: 11)
    let codes = try (0..<12).map { number in
      try store.addLocation(LocationDraft(code: "L\(number)"), by: ann)[0].code
    }
    var refused = 0
    for _ in 0..<150 {
      let (one, other) = (
        codes[Int.random(in: 0..<12, using: &random)], codes[Int.random(in: 0..<12, using: &random)]
      )
      if try code({ try edit(one, LocationChange(place: .within(other))) }) != nil { refused += 1 }
    }
    #expect(refused > 0)
    for code in codes {
      let path = try store.path(ofLocation: code).map(\.code)
      #expect(path.last == code && Set(path).count == path.count)
    }
  }

  @Test(arguments: ["hq", "ＨＱ", "STORE", "hq/1", "HQ/1/101"])
  func `a code that differs from another in case or form only is refused`(_ new: String) throws {
    #expect(
      try code { _ = try store.addLocation(LocationDraft(code: new), by: ann) } == "location.exists"
    )
    let verdict = try ledger.take(AssetDraft(tag: "A-1", location: new))[0]
    let isSame = new == "HQ/1/101"
    #expect((verdict == .created) == isSame)
    #expect(try store.locations().count == 5)
  }

  @Test func `a name is unique among neighbours, and free elsewhere`() throws {
    try edit("HQ/1", LocationChange(name: "IT Dept"))
    #expect(
      try code { try edit("HQ/2", LocationChange(name: "it  dept")) } == "location.name-taken")
    try edit("Store", LocationChange(name: "IT dept"))
    #expect(
      try code { try edit("Store", LocationChange(place: .within("HQ"))) }
        == "location.name-taken")
    try edit("HQ/1", LocationChange(name: "it dept"))
    #expect(try code { try edit("HQ/1", LocationChange(name: " \t")) } == "location.name")
  }

  @Test func `a closed location, and what lies in it, takes no assets and no counts`() throws {
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/1/101"))
    try store.closeLocation("HQ/1", reason: "rebuilt", by: ann)
    #expect(try store.locations().first { $0.code == "HQ/1" }?.isActive == false)
    for place in ["HQ/1", "HQ/1/101", "HQ/1/new"] {
      guard case .refused(let fault) = try ledger.take(AssetDraft(tag: "A-2", location: place))[0]
      else {
        Issue.record("\(place) took an asset")
        continue
      }
      #expect(fault.code == "location.closed")
    }
    #expect(
      try ledger.take(AssetDraft(tag: "A-1", name: "Lamp", location: "HQ/1/101")) == [.changed])
    #expect(try code { _ = try ledger.open(scope: ["HQ/1/101"]) } == "location.closed")
    let stocktake = try ledger.open(scope: ["HQ"])
    let receipts = try ledger.record(
      [ledger.scan("e1", "A-1", at: "HQ/1/101"), ledger.scan("e2", "A-1", at: "HQ/2", seq: 2)],
      into: stocktake)
    guard case .refused(let fault) = receipts[0] else { return #expect(Bool(false)) }
    #expect(fault.code == "location.closed")
    #expect(receipts[1] == .stored)
    try store.reopenLocation("HQ/1", by: ann)
    #expect(try ledger.take(AssetDraft(tag: "A-2", location: "HQ/1")) == [.created])
  }

  @Test func `a location that is being counted stays as it is`() throws {
    let stocktake = try ledger.open(scope: ["HQ/1"])
    for place in ["HQ", "HQ/1", "HQ/1/101"] {
      #expect(
        try code { try store.closeLocation(place, by: ann) } == "location.counted", "\(place)")
    }
    #expect(
      try code { try edit("HQ/1/101", LocationChange(place: .within("Store"))) }
        == "location.counted")
    try edit("HQ/1", LocationChange(name: "Renamed"))
    try store.closeLocation("Store", by: ann)
    _ = try store.closeStocktake(stocktake, by: ann)
  }

  @Test func `a step that changes nothing is refused`() throws {
    #expect(try code { try store.reopenLocation("HQ", by: ann) } == "location.state")
    try store.closeLocation("HQ", by: ann)
    #expect(try code { try store.closeLocation("HQ", by: ann) } == "location.state")
    #expect(try code { try store.closeLocation("X", by: ann) } == "location.unknown")
    #expect(
      try code { try edit("Store", LocationChange(place: .within("HQ/2"))) } == "location.closed")
  }
}
