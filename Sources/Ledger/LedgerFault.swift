import Diagnostics

/// Why the ledger refused a step; nothing of the step was written.
package struct LedgerFault: Fault, Equatable {
  package let code: String
  package let message: String

  package init(code: String, message: String) {
    (self.code, self.message) = (code, message)
  }
}
