import ArgumentParser
import Foundation
import Ledger
import Storage

/// Which ledger, and who acts.
struct LedgerOptions: ParsableArguments {
  @Option(help: "The ledger: a SQLite file (default: TALLY_LEDGER, else tally.sqlite here).")
  var ledger: String?

  @Option(name: .customLong("as"), help: "Who acts (default: your login name).")
  var actor: String?

  /// The path of the ledger.
  var path: String {
    ledger ?? Self.environment("TALLY_LEDGER") ?? "tally.sqlite"
  }

  /// The ledger, which must exist.
  func existing() throws -> LedgerStore { try LedgerStore(file: checkedPath(), .existing) }

  /// The ledger, which is made on its first use.
  func createdIfMissing() throws -> LedgerStore {
    try LedgerStore(file: checkedPath(), .createIfMissing)
  }

  /// The local operator.
  var principal: Principal {
    Principal(name: actor ?? Self.environment("TALLY_AS") ?? NSUserName())
  }

  private func checkedPath() throws -> String {
    guard !path.hasPrefix("postgres://"), !path.hasPrefix("postgresql://") else {
      throw LedgerFault(
        code: "ledger.engine",
        message:
          "This version keeps ledgers in SQLite files only; give a path, not \(path.prefix(12))…")
    }
    return path
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
