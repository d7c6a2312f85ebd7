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
  /// Whether it was drawn and decoded again already.
  package let isVerified: Bool

  package init(
    codes: [Code], template: String, row: Int, copies: Int, isVerified: Bool = false
  ) {
    (self.codes, self.template, self.row, self.copies) = (codes, template, row, copies)
    self.isVerified = isVerified
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
  /// As the ledger's steps say it, without scans.
  package let state: LabelState
  /// Why its life ended; nil where nobody said.
  package let reason: String?
  /// A code of the label in its place.
  package let replacedBy: String?

  /// A label as it was issued, and what became of it.
  package init(
    template: String, row: Int, copies: Int, issuedAt: String, issuedBy: String,
    state: LabelState = .issued, reason: String? = nil, replacedBy: String? = nil
  ) {
    (self.template, self.row, self.copies) = (template, row, copies)
    (self.issuedAt, self.issuedBy) = (issuedAt, issuedBy)
    (self.state, self.reason, self.replacedBy) = (state, reason, replacedBy)
  }

  private enum CodingKeys: String, CodingKey {
    case template, row, copies, state, reason
    case issuedAt = "issued_at"
    case issuedBy = "issued_by"
    case replacedBy = "replaced_by"
  }
}
