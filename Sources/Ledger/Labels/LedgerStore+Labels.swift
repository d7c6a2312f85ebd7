import Inventory
import Storage

extension LedgerStore {
  /// Registers labels as issued, in one transaction.
  ///
  /// A label whose codes are all registered already, with as many copies, adds nothing: a batch that is
  /// run again registers nothing twice.
  /// - Returns: how many labels were new.
  @discardableResult
  package func issue(_ labels: [LabelIssue], by principal: Principal) throws -> Int {
    try append(by: principal) { log in
      let table = IssuedLabelTable(
        connection: log.connection, rules: try log.connection.codeRules())
      var issued = 0
      for label in labels where try !table.has(label) {
        try log.record(LabelIssuance(label))
        issued += 1
      }
      return issued
    }
  }
}
