import Inventory
import Ledger
import TestSupport
import Testing

/// Assign, return, transfer, move, verify, attach.
@Suite(.onEachEngine)
struct CustodyTests {
  private func ledger() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.take(
      AssetDraft(tag: "A-1", name: "Laptop", location: "HQ/1"),
      AssetDraft(tag: "A-2", status: .assigned, location: "HQ/2", custodian: "Bob"),
      AssetDraft(tag: "A-3", status: .lost))
    return ledger
  }

  @Test
  func `an asset that is assigned has a custodian and a day, until it is returned`() throws {
    let ledger = try ledger()
    let given = try ledger.step(.assign(to: "ann@example.org", due: "2026-12-24"), "A-1")
    #expect(given.status == .assigned)
    #expect(given.custodian == "ann@example.org")
    #expect(given.due == "2026-12-24")
    #expect(given.location == "HQ/1")
    #expect(given.version == 2)
    let back = try ledger.step(.takeBack(location: "HQ/2"), "A-1")
    #expect(back.status == .inStock)
    #expect(back.custodian == "")
    #expect(back.due == nil)
    #expect(back.location == "HQ/2")
    #expect(back.version == 3)
  }

  @Test
  func `a custodian that is a location has the asset in it`() throws {
    let ledger = try ledger()
    let given = try ledger.step(.assign(to: "HQ/2", due: nil), "A-1")
    #expect((given.custodian, given.location) == ("HQ/2", "HQ/2"))
    let moved = try ledger.step(.transfer(to: "HQ/1", due: nil), "A-1")
    #expect((moved.custodian, moved.location) == ("HQ/1", "HQ/1"))
    let person = try ledger.step(.transfer(to: "Cy", due: nil), "A-1")
    #expect((person.custodian, person.location) == ("Cy", "HQ/1"))
  }

  @Test
  func `a transfer is one step, and to the same custodian none`() throws {
    let ledger = try ledger()
    try ledger.expectEntries("asset.transferred") {
      let now = try ledger.step(.transfer(to: "Cy", due: "2027-01-31"), "A-2")
      #expect((now.status, now.custodian, now.due) == (.assigned, "Cy", "2027-01-31"))
    }
    try ledger.expectEntries {
      try ledger.step(.transfer(to: "Cy", due: "2027-01-31"), "A-2")
    }
    try ledger.expectEntries("asset.transferred") {
      let now = try ledger.step(.transfer(to: "Cy", due: nil), "A-2")
      #expect(now.due == nil)
    }
  }

  struct Refusal: Sendable {
    let step: AssetStep
    let asset: String
    let code: String
    let says: String
  }

  @Test(arguments: [
    Refusal(step: .assign(to: "Cy", due: nil), asset: "A-2", code: "asset.custody", says: "Bob"),
    Refusal(
      step: .assign(to: "Cy", due: nil), asset: "A-3", code: "asset.status-step", says: "is lost"),
    Refusal(
      step: .assign(to: " ", due: nil), asset: "A-1", code: "asset.custodian", says: "a name"),
    Refusal(
      step: .assign(to: "C\u{7}y", due: nil), asset: "A-1", code: "asset.custodian", says: "control"
    ),
    Refusal(
      step: .assign(to: "Cy", due: "2026-02-30"), asset: "A-1", code: "asset.due",
      says: "2026-02-30"),
    Refusal(
      step: .assign(to: "Cy", due: "soon"), asset: "A-1", code: "asset.due", says: "2026-12-24"),
    Refusal(
      step: .takeBack(location: nil), asset: "A-1", code: "asset.custody", says: "is in_stock"),
    Refusal(
      step: .takeBack(location: "HQ/9"), asset: "A-2", code: "location.unknown", says: "HQ/9"),
    Refusal(
      step: .transfer(to: "Cy", due: nil), asset: "A-3", code: "asset.custody", says: "is lost"),
    Refusal(
      step: .change(to: .assigned), asset: "A-1", code: "asset.custody", says: "tally asset assign"),
    Refusal(
      step: .edit(AssetDraft(tag: "", custodian: "Cy")), asset: "A-2", code: "asset.custody",
      says: "was given to “Bob”"),
    Refusal(step: .move(to: "HQ/9"), asset: "A-1", code: "location.unknown", says: "HQ/9"),
    Refusal(step: .verify(location: "HQ/9"), asset: "A-1", code: "location.unknown", says: "HQ/9"),
    Refusal(step: .attach([AssetCode("A-2")]), asset: "A-1", code: "asset.code", says: "A-2"),
    Refusal(step: .attach([AssetCode("")]), asset: "A-1", code: "asset.code", says: "1 to 1000"),
    Refusal(step: .verify(location: nil), asset: "A-9", code: "asset.unknown", says: "A-9"),
    Refusal(
      step: .edit(AssetDraft(tag: "", fields: ["Size": "1"])), asset: "A-1", code: "field.unknown",
      says: "Size"),
  ])
  func `a step that can't be taken says why and changes nothing`(_ wrong: Refusal) throws {
    let ledger = try ledger()
    try ledger.expectEntries {
      let fault = try fault { try ledger.step(wrong.step, wrong.asset) }
      #expect(fault?.code == wrong.code)
      #expect(fault?.message.contains(wrong.says) == true, "\(fault?.message ?? "")")
    }
  }

  @Test(arguments: [
    ("A-1", AssetStep.move(to: "HQ/3")), ("A-1", .assign(to: "HQ/3", due: nil)),
    ("A-2", .transfer(to: "HQ/3", due: nil)), ("A-2", .takeBack(location: "HQ/3")),
  ])
  func `a closed location takes no asset by any step`(_ name: String, _ step: AssetStep) throws {
    let ledger = try ledger()
    _ = try ledger.store.addLocation(LocationDraft(code: "HQ/3"), by: TestLedger.ann)
    try ledger.store.closeLocation("HQ/3", by: TestLedger.ann)
    try ledger.expectEntries {
      let fault = try fault { try ledger.step(step, name) }
      #expect(fault?.code == "location.closed")
    }
    try ledger.step(.verify(location: "HQ/3"), name)
  }

  @Test
  func `a refused asset stops none of the others`() throws {
    let ledger = try ledger()
    let results = try ledger.store.take(
      .assign(to: "Cy", due: nil), with: ["A-3", "A-1", "A-9"], by: TestLedger.ann)
    guard case .refused = results[0], case .taken = results[1], case .refused = results[2] else {
      Issue.record("\(results)")
      return
    }
    #expect(try ledger.store.asset(named: "A-1").custodian == "Cy")
  }

  @Test(arguments: [AssetStatus.inStock, .retired])
  func `a status in which an asset is nobody's ends its custody`(_ status: AssetStatus) throws {
    let ledger = try ledger()
    try ledger.step(.assign(to: "Cy", due: "2026-12-24"), "A-1")
    try ledger.step(.change(to: .inRepair), "A-1")
    #expect(try ledger.store.asset(named: "A-1").custodian == "Cy")
    let now = try ledger.step(.change(to: status), "A-1")
    #expect((now.custodian, now.due) == ("", nil))
  }

  @Test
  func `who answers for an asset in stock stays when it comes back from repair`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", custodian: "Front office"))
    try ledger.step(.change(to: .inRepair), "A-1")
    #expect(try ledger.step(.change(to: .inStock), "A-1").custodian == "Front office")
  }

  @Test
  func `to verify says when, and moves nothing`() throws {
    let ledger = try ledger()
    let before = try ledger.store.asset(named: "A-1")
    #expect(before.verifiedAt == nil)
    let now = ledger.wait()
    let after = try ledger.step(.verify(location: "HQ/2"), "A-1")
    #expect(after.verifiedAt == Timestamp.text(now))
    #expect((after.location, after.version) == ("HQ/1", before.version))
  }

  @Test
  func `a code of one thing leads to one asset, a product's code to many`() throws {
    let ledger = try ledger()
    let product = AssetCode("4006381333931", kind: .product)
    try ledger.step(.attach([AssetCode("SP-1"), product]), "A-1")
    #expect(try ledger.step(.attach([product]), "A-2").codes == ["4006381333931"])
    #expect(try ledger.store.asset(named: "SP-1").codes == ["4006381333931", "SP-1"])
    #expect(try ledger.store.lookup("4006381333931").match == .many)
    try ledger.expectEntries { try ledger.step(.attach([AssetCode("SP-1")]), "A-1") }
  }

  @Test
  func `a new asset needs a new tag and a known location`() throws {
    let ledger = try ledger()
    let added = try ledger.store.addAsset(
      AssetDraft(tag: "A-4", name: "New", status: .onOrder, condition: "boxed"), by: TestLedger.ann)
    #expect((added.status, added.condition, added.version) == (.onOrder, "boxed", 1))
    try ledger.expectEntries {
      for (draft, code) in [
        (AssetDraft(tag: "A-1"), "asset.exists"), (AssetDraft(tag: "A 5"), "asset.tag"),
        (AssetDraft(tag: "A-5", location: "HQ/9"), "location.unknown"),
      ] {
        let fault = try fault { _ = try ledger.store.addAsset(draft, by: TestLedger.ann) }
        #expect(fault?.code == code)
      }
    }
  }
}
