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
        try table.add(label, seq: try log.append(.labelIssued, Payload(label)))
        issued += 1
      }
      return issued
    }
  }

  /// What the log keeps of an issued label.
  private struct Payload: Encodable {
    let codes: [LabelIssue.Code]
    let template: String
    let row: Int
    let copies: Int

    init(_ label: LabelIssue) {
      (codes, template, row, copies) = (label.codes, label.template, label.row, label.copies)
    }
  }
}
