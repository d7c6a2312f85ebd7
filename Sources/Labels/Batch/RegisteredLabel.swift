/// A label that comes out of a batch, for whoever keeps a register.
package struct RegisteredLabel: Sendable, Equatable {
  /// The row of the table, from 1.
  package let row: Int
  /// How many of it there are.
  package let copies: Int
  /// What a reader finds on it.
  package let codes: [LabelCode]
  /// Whether it was decoded again, with all its codes.
  package let isVerified: Bool
}

extension FilledOrder {
  /// The labels that come out of the order; also those of an earlier run, which may have had no
  /// register.
  var registered: [RegisteredLabel] {
    switch outcome {
    case .labels(let labels):
      labels.map { label in
        RegisteredLabel(
          row: order.row, copies: label.number == nil ? order.copiesInAll : 1, codes: label.codes,
          isVerified: label.verified == true)
      }
    case .kept(let finished):
      finished.codes.map { codes in
        RegisteredLabel(
          row: order.row, copies: order.number == nil ? order.copiesInAll : 1, codes: codes,
          isVerified: false)
      }
    case .dropped, .unfit: []
    }
  }
}
