import Storage

/// A label that is about to be made.
struct LabelIssuance: LedgerEvent {
  static let kind = EntryKind.labelIssued

  let codes: [LabelIssue.Code]
  let template: String
  let row: Int
  let copies: Int

  init(_ label: LabelIssue) {
    (codes, template, row, copies) = (label.codes, label.template, label.row, label.copies)
  }

  func apply(to books: Books) throws {
    let rules = try books.connection.codeRules()
    try IssuedLabelTable(connection: books.connection, rules: rules).add(
      LabelIssue(codes: codes, template: template, row: row, copies: copies), seq: books.seq)
  }
}
