/// The events of a stocktake, each once, in order, without what voids took out.
///
/// Events are named by their places among the deliveries.
struct EventLog {
  let deliveries: [ScanEvent]
  /// The place of the first delivery of an id: that one stays.
  let places: [String: Int]
  /// By order key, without those that came late.
  let order: [Int]
  /// Events that came when the result was approved.
  let late: [Int]
  /// Events that a void names.
  ///
  /// Voids themselves can't be voided.
  private let voided: Set<Int>

  init(_ deliveries: [ScanEvent], approvedAt: Int?) {
    self.deliveries = deliveries
    var places: [String: Int] = Dictionary(minimumCapacity: deliveries.count)
    var keys: [TimeKey] = []
    keys.reserveCapacity(deliveries.count)
    var late: [Int] = []
    for place in deliveries.indices {
      let id = deliveries[place].clientEventID
      guard kept(&places[id, default: place]) == place else { continue }
      if deliveries[place].isLate(approvedAt) {
        late.append(place)
      } else {
        keys.append(TimeKey(occurredAt: deliveries[place].occurredAt, place: place))
      }
    }
    keys.sort { a, b in
      a.occurredAt != b.occurredAt
        ? a.occurredAt < b.occurredAt : deliveries[a.place].orderKey < deliveries[b.place].orderKey
    }
    order = keys.map(\.place)
    voided = Set(order.lazy.compactMap { deliveries[$0].voidTarget }.compactMap { places[$0] })
      .filter { deliveries[$0].voidTarget == nil }
    (self.places, self.late) = (places, late)
  }

  subscript(place: Int) -> ScanEvent { deliveries[place] }

  func isVoided(_ place: Int) -> Bool { !voided.isEmpty && voided.contains(place) }
}

/// What most events are put in order by, beside each other in memory.
private struct TimeKey {
  let occurredAt: Int
  let place: Int
}

/// The value under a key, which a default just became or which was there before.
private func kept(_ value: inout Int) -> Int { value }

extension ScanEvent {
  /// The id of the event that this one voids.
  var voidTarget: String? {
    guard case .void(let target) = content else { return nil }
    return target
  }

  fileprivate func isLate(_ approvedAt: Int?) -> Bool {
    guard let approvedAt, let recordedAt else { return false }
    return recordedAt > approvedAt
  }
}
