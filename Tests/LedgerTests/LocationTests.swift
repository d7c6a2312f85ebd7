import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct LocationTests {
  @Test
  func `a location is made with the ancestors that its code names`() throws {
    let ledger = try TestLedger()
    let made = try ledger.store.addLocation(
      LocationDraft(code: "HQ/2/201", name: "Server room", kind: .room), by: TestLedger.ann)
    #expect(made.map(\.code) == ["HQ", "HQ/2", "HQ/2/201"])
    #expect(made.last?.name == "Server room")
    let more = try ledger.store.addLocation(LocationDraft(code: "HQ/2/202"), by: TestLedger.ann)
    #expect(more.map(\.code) == ["HQ/2/202"])
    #expect(try ledger.store.locations() == made + more)
    #expect(try ledger.store.locations().map(\.number) == [1, 2, 3, 4])
  }

  @Test
  func `a named parent goes before the one in the code`() throws {
    let ledger = try TestLedger()
    _ = try ledger.store.addLocation(LocationDraft(code: "Home"), by: TestLedger.ann)
    let made = try ledger.store.addLocation(
      LocationDraft(code: "A/1", parent: "Home"), by: TestLedger.ann)
    #expect(made.map(\.parent) == ["Home"])
    let tree = try ledger.store.locationTree(containing: "A/1")
    #expect(tree.isSameOrAncestor("Home", of: "A/1"))
  }

  @Test
  func `a location that exists, or whose parent doesn't, is refused`() throws {
    let ledger = try TestLedger()
    _ = try ledger.store.addLocation(LocationDraft(code: "HQ"), by: TestLedger.ann)
    func code(_ draft: LocationDraft) throws -> String? {
      try fault { _ = try ledger.store.addLocation(draft, by: TestLedger.ann) }?.code
    }
    #expect(try code(LocationDraft(code: "HQ")) == "location.exists")
    #expect(try code(LocationDraft(code: "X", parent: "Nowhere")) == "location.unknown")
    #expect(try code(LocationDraft(code: "X", parent: "X")) == "location.unknown")
    #expect(
      try fault { _ = try ledger.store.locationTree(containing: "X") }?.code == "location.unknown")
    #expect(try ledger.store.locations().map(\.code) == ["HQ"])
  }

  @Test(arguments: [
    "", "/", "HQ/", "/HQ", "HQ//1", "HQ/../etc", ".", "HQ/ 1", "HQ/1 ", "HQ\n", "H\u{0}Q",
    String(repeating: "x", count: 201),
  ])
  func `a code that could be no folder is refused`(_ code: String) throws {
    let ledger = try TestLedger()
    let fault = try fault {
      _ = try ledger.store.addLocation(LocationDraft(code: code), by: TestLedger.ann)
    }
    #expect(fault?.code == "location.code")
    #expect(try ledger.store.locations().isEmpty)
  }
}
