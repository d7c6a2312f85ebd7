import Storage
import TestSupport
import Testing

@testable import Ledger

struct PlainCheckTests {
  /// Tables whose rows come by the thousand; a choice of two is compared as it stands.
  @Test(arguments: ["scan_events", "assets", "label_steps", "stock_changes"])
  func `no check of a table makes a table of choices for each row`(_ table: String) throws {
    let ledger = try TestLedger()
    let sql = try #require(
      try ledger.database().read { connection in
        try connection.first(
          "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = \(table)"
        ) { try $0.text(0) }
      })
    #expect(!sql.contains(/\sIN \([^)]*,[^)]*,/), "\(sql)")
    #expect(sql.contains(" OR "), "the choices are there: \(sql)")
  }
}
