import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct LocationContentsTests {
  private func ledger() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.take(
      AssetDraft(tag: "A-3", location: "HQ/1/101"), AssetDraft(tag: "A-1", location: "HQ/1"),
      AssetDraft(tag: "A-2", location: "HQ/1"), AssetDraft(tag: "A-4", location: "HQ/2"),
      AssetDraft(tag: "A-5"))
    _ = try ledger.store.addLocation(
      LocationDraft(code: "Shelf", name: "The shelf", kind: .shelf, parent: "HQ/1"),
      by: TestLedger.ann)
    return ledger
  }

  @Test
  func `a location has what it lies in, what lies in it, and what is booked there`() throws {
    let contents = try ledger().store.contents(ofLocation: "HQ/1")
    #expect(contents.location.code == "HQ/1")
    #expect(contents.ancestors.map(\.code) == ["HQ"])
    #expect(contents.parts.map(\.location.code) == ["HQ/1/101", "Shelf"])
    #expect(contents.parts.map(\.within) == [1, 0])
    #expect(contents.assets.map(\.tag) == ["A-1", "A-2"])
    #expect(contents.assetCount == 2)
  }

  @Test
  func `the assets are bounded, their number is not`() throws {
    let contents = try ledger().store.contents(ofLocation: "HQ/1", limit: 1)
    #expect(contents.assets.map(\.tag) == ["A-1"])
    #expect(contents.assetCount == 2)
  }

  @Test
  func `the parents of a location are those of the books, not of its code`() throws {
    let store = try ledger().store
    #expect(try store.path(ofLocation: "Shelf").map(\.code) == ["HQ", "HQ/1", "Shelf"])
    #expect(try store.contents(ofLocation: "Shelf").ancestors.map(\.code) == ["HQ", "HQ/1"])
    #expect(try store.path(ofLocation: "HQ").map(\.code) == ["HQ"])
    #expect(try store.path(ofLocation: "Nowhere").isEmpty)
  }

  @Test
  func `an unknown location is refused with the nearest one`() throws {
    let store = try ledger().store
    let fault = try fault { _ = try store.contents(ofLocation: "Shelv") }
    #expect(fault?.code == "location.unknown")
    #expect(fault?.message.contains("Did you mean Shelf?") == true)
  }

  @Test
  func `the tree has each location before what lies in it, with its counts`() throws {
    let tree = try ledger().store.locationOverview()
    #expect(tree.map(\.location.code) == ["HQ", "HQ/1", "HQ/1/101", "Shelf", "HQ/2"])
    #expect(tree.map(\.depth) == [0, 1, 2, 2, 1])
    #expect(tree.map(\.here) == [0, 2, 1, 0, 1])
    #expect(tree.map(\.within) == [4, 3, 1, 0, 1])
  }

  @Test
  func `a ledger without locations has no tree`() throws {
    #expect(try TestLedger().store.locationOverview().isEmpty)
  }
}
