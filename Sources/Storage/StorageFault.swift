import Diagnostics

/// Why the database refused.
package struct StorageFault: Fault, Equatable {
  /// `ledger.missing`, `ledger.unreadable`, `ledger.not-a-ledger`, `ledger.damaged`,
  /// `ledger.busy`, `ledger.full`, `ledger.newer`, `ledger.changed-migration`, `ledger.refused`.
  package let code: String
  package let message: String

  package init(code: String, message: String) {
    (self.code, self.message) = (code, message)
  }
}
