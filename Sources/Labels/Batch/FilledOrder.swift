/// What came of an order.
struct FilledOrder: Sendable {
  enum Outcome: Sendable {
    /// None where the row wants no copy.
    case labels([MadeLabel])
    case refused(LabelFault)
    /// The row was refused with an earlier order.
    case dropped
  }

  let order: LabelOrder
  /// What the labels were made of.
  let origin: LabelOrigin
  var outcome: Outcome
  /// Where the copies went, in order.
  var places: [LabelPlace] = []
}
