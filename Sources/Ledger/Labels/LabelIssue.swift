/// A label that is about to be made, for the ledger.
package struct LabelIssue: Sendable, Equatable {
  /// A code on the label.
  package struct Code: Sendable, Equatable, Codable {
    package let symbology: String
    /// What a reader returns for it.
    package let text: String

    package init(symbology: String, text: String) {
      (self.symbology, self.text) = (symbology, text)
    }
  }

  package let codes: [Code]
  /// The template's own name.
  package let template: String
  /// The row of the batch, from 1.
  package let row: Int
  /// How many labels look like this one.
  package let copies: Int

  package init(codes: [Code], template: String, row: Int, copies: Int) {
    (self.codes, self.template, self.row, self.copies) = (codes, template, row, copies)
  }
}

/// A label that was issued, as a lookup tells it.
package struct IssuedLabel: Sendable, Equatable, Codable {
  package let template: String
  package let row: Int
  package let copies: Int
  /// RFC 3339, UTC.
  package let issuedAt: String
  package let issuedBy: String

  /// A label as it was issued.
  package init(template: String, row: Int, copies: Int, issuedAt: String, issuedBy: String) {
    (self.template, self.row, self.copies) = (template, row, copies)
    (self.issuedAt, self.issuedBy) = (issuedAt, issuedBy)
  }

  private enum CodingKeys: String, CodingKey {
    case template, row, copies
    case issuedAt = "issued_at"
    case issuedBy = "issued_by"
  }
}
