/// What came of an order.
struct FilledOrder: Sendable {
  enum Outcome: Sendable {
    /// None where the row wants no copy, or has none that can be made.
    case labels([MadeLabel])
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
  /// Why the row ends here; copies before stay.
  var refusal: LabelFault?
  /// Whether an earlier run's manifest has its lines.
  var isListed = false
  /// Where the copies went, in order.
  var places: [LabelPlace] = []
}

extension FilledOrder {
  /// With the first so many of its copies that have a place; with why the row ends where these are all.
  func first(_ count: Int) -> FilledOrder {
    guard case .labels(let labels) = outcome, count < places.count else { return self }
    var first = self
    first.outcome = .labels(labels.first(count))
    first.places = Array(places.prefix(count))
    first.refusal = nil
    return first
  }
}

extension [FilledOrder] {
  /// The orders of which the first so many copies are, without those that an earlier run has listed.
  func first(_ count: Int) -> [FilledOrder] {
    var (first, left): ([FilledOrder], Int) = ([], count)
    for order in self where !order.isListed {
      guard left > 0 || order.places.isEmpty else { break }
      first.append(order.first(left))
      left -= Swift.min(left, order.places.count)
    }
    return first
  }
}
