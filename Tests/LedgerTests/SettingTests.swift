import Inventory
import Ledger
import TestSupport
import Testing

struct SettingTests {
  @Test(arguments: [
    "not a url", "https://t.example/\n", "\u{7F}", String(repeating: "x", count: 1001),
  ])
  func `a prefix that no code could begin with is refused`(value: String) throws {
    let ledger = try TestLedger()
    try ledger.expectEntries([]) {
      let refused = try fault { try ledger.store.set(.urlPrefix, to: value, by: TestLedger.ann) }
      #expect(refused?.code == "setting.value")
    }
  }
}
