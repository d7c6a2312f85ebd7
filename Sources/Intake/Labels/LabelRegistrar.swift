import Barcodes
package import Labels
package import Ledger

/// Registers the labels of a batch as issued.
package enum LabelRegistrar {
  /// Registers labels of a template, and as verified those that are, in one commit.
  ///
  /// - Returns: what the ledger calls the labels.
  @discardableResult
  package static func register(
    _ labels: [RegisteredLabel], of template: LabelTemplate, in store: LedgerStore,
    by principal: Principal
  ) throws -> [Int] {
    try store.register(
      labels.filter { !$0.codes.isEmpty }.map { label in
        LabelIssue(
          codes: label.codes.map { .init(symbology: $0.symbology.rawValue, text: $0.text) },
          template: template.name, row: label.row, copies: label.copies,
          isVerified: label.isVerified)
      }, by: principal
    ).labels
  }
}
