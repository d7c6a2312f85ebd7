import ArgumentParser
import Foundation
import Ledger
import Storage

/// Which ledger, and who acts.
struct LedgerOptions: ParsableArguments {
  @Option(
    help:
      "The ledger: a SQLite file, or postgres://… (default: TALLY_LEDGER, else tally.sqlite here)."
  )
  var ledger: String?

  @Option(name: .customLong("as"), help: "Who acts (default: your login name).")
  var actor: String?

  /// Where the ledger is.
  var address: LedgerAddress {
    get throws {
      try LedgerAddress(ledger ?? Self.environment("TALLY_LEDGER") ?? "tally.sqlite")
    }
  }

  /// The ledger, which must exist.
  func existing() throws -> LedgerStore { try LedgerStore(at: address, .existing) }

  /// The ledger, which is made on its first use.
  func createdIfMissing() throws -> LedgerStore { try LedgerStore(at: address, .createIfMissing) }

  /// The local operator.
  var principal: Principal {
    Principal(name: actor ?? Self.environment("TALLY_AS") ?? NSUserName())
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
