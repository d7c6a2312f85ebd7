/// What came of an order.
struct FilledOrder: Sendable {
  enum Outcome: Sendable {
    /// None where the row wants no copy.
    case labels([MadeLabel])
    case refused(LabelFault)
    /// An earlier run made the labels, and they are still there.
    case kept(FinishedOrder)
    /// An earlier run's manifest says something else of the order: the batch can't go on.
    case unfit(LabelFault)
    /// The row was refused with an earlier order.
    case dropped
  }

  let order: LabelOrder
  /// What the labels were made of.
  let origin: LabelOrigin
  var outcome: Outcome
  /// Whether an earlier run's manifest has its lines.
  var isListed = false
  /// Where the copies went, in order.
  var places: [LabelPlace] = []
}
