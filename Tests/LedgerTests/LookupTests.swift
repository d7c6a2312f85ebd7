import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct LookupTests {
  private func ledgerWithAssets() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.store.set(.urlPrefix, to: "https://t.example/a/", by: TestLedger.ann)
    try ledger.take(
      AssetDraft(
        tag: "AST-1", location: "HQ/1", codes: [AssetCode("4006381333931", kind: .product)]),
      AssetDraft(
        tag: "AST-2", codes: [AssetCode("4006381333931", kind: .product), AssetCode("TWIN")]),
      AssetDraft(
        tag: "AST-3", codes: [AssetCode("TWIN"), AssetCode("036000291452", kind: .product)]),
      AssetDraft(tag: "AST-4", codes: [AssetCode("00036000291452")]))
    return ledger
  }

  @Test(arguments: [
    "AST-1", "AST-1\n", "AST-1\r\n", "https://t.example/a/AST-1", "]C1AST-1",
    "]Q1https://t.example/a/AST-1\r",
  ])
  func `one asset is found by its tag as scanners send it`(_ code: String) throws {
    let found = try ledgerWithAssets().store.lookup(code)
    #expect(found.match == .one)
    #expect(found.code == code)
    #expect(found.canonical == "AST-1")
    #expect(found.results.map(\.tag) == ["AST-1"])
    #expect(found.results.first?.location == "HQ/1")
    #expect(found.unknown == nil)
  }

  @Test(arguments: [
    "ast-1", " AST-1", "AST-1 ", "AST-", "AST-11", "https://t.example/AST-1", "AST-01",
  ])
  func `a code that is nearly a tag finds nothing`(_ code: String) throws {
    let found = try ledgerWithAssets().store.lookup(code)
    #expect(found.match == .none)
    #expect(found.results.isEmpty)
    #expect(found.unknown != nil)
  }

  @Test(arguments: ["4006381333931", "04006381333931", "]E04006381333931"])
  func `a product code names all assets of the product, in any width`(_ code: String) throws {
    let found = try ledgerWithAssets().store.lookup(code)
    #expect(found.match == .many)
    #expect(found.results.map(\.tag) == ["AST-1", "AST-2"])
    #expect(found.canonical == "04006381333931")
  }

  @Test(arguments: ["036000291452", "0036000291452", "00036000291452"])
  func `a physical code goes before a product code`(_ code: String) throws {
    let found = try ledgerWithAssets().store.lookup(code)
    #expect(found.match == .one)
    #expect(found.results.map(\.tag) == ["AST-4"])
  }

  @Test
  func `digits with a wrong check digit are not widened`() throws {
    let found = try ledgerWithAssets().store.lookup("4006381333930")
    #expect(found.match == .none)
    #expect(found.canonical == "4006381333930")
  }

  @Test
  func `two assets with one physical code are many`() throws {
    let found = try ledgerWithAssets().store.lookup("TWIN")
    #expect(found.match == .many)
    #expect(found.results.map(\.tag) == ["AST-2", "AST-3"])
  }

  @Test(arguments: ["HQ/1", "https://t.example/a/HQ/1", "]Q1HQ/1\n"])
  func `a location's code leads to the location`(_ code: String) throws {
    let found = try ledgerWithAssets().store.lookup(code)
    #expect(found.location == "HQ/1")
    #expect(found.match == .none)
    #expect(found.unknown == nil)
  }

  @Test(arguments: [
    ("AST-9", UnknownCode.Class.oursButNeverIssued),
    ("https://t.example/a/whatever", .oursButNeverIssued),
    ("https://other.example/AST-1", .foreign), ("AST-12", .foreign), ("", .malformed),
    ("  ", .malformed),
    ("AST\u{7}", .malformed),
  ])
  func `a stranger has a class`(_ code: String, _ kind: UnknownCode.Class) throws {
    #expect(try ledgerWithAssets().store.lookup(code).unknown == kind)
  }

  @Test
  func `the prefix of the URLs can be set, and setting it again is no change`() throws {
    let ledger = try ledgerWithAssets()
    #expect(try ledger.store.codeRules().urlPrefix == "https://t.example/a/")
    try ledger.expectEntries {
      try ledger.store.set(.urlPrefix, to: "https://t.example/a/", by: TestLedger.ann)
    }
    try ledger.store.set(.urlPrefix, to: "", by: TestLedger.ann)
    #expect(try ledger.store.lookup("https://t.example/a/AST-1").match == .none)
    #expect(try ledger.reopened().info().settings == ["url-prefix": ""])
  }

  @Test
  func `a misspelt setting is refused with the nearest one`() throws {
    #expect(try LedgerSetting.named("url-prefix") == .urlPrefix)
    let fault = try fault { _ = try LedgerSetting.named("url-prefx") }
    #expect(fault?.code == "setting.unknown")
    #expect(fault?.message.contains("Did you mean url-prefix?") == true)
  }
}
