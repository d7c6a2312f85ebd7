/// The events of a stocktake, each once, in order, without what voids took out.
///
/// Events are named by their places among the deliveries.
struct EventLog: Sendable {
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
    var voids: [String] = []
    for place in deliveries.indices {
      let id = deliveries[place].clientEventID
      guard kept(&places[id, default: place]) == place else { continue }
      if deliveries[place].isLate(approvedAt) {
        late.append(place)
      } else {
        keys.append(TimeKey(occurredAt: deliveries[place].occurredAt, place: place))
        if case .void(let target) = deliveries[place].content { voids.append(target) }
      }
    }
    keys.sort { a, b in
      a.occurredAt != b.occurredAt
        ? a.occurredAt < b.occurredAt : deliveries[a.place].orderKey < deliveries[b.place].orderKey
    }
    order = keys.map(\.place)
    voided = Set(voids.compactMap { places[$0] }).filter { !deliveries[$0].isVoid }
    (self.places, self.late) = (places, late)
  }

  subscript(place: Int) -> ScanEvent { deliveries[place] }

  /// The scan of an event, unless it was voided; nil for other events.
  func scan(_ place: Int) -> Scan? {
    guard case .scan(let scan) = deliveries[place].content, !isVoided(place) else { return nil }
    return scan
  }

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
  fileprivate var isVoid: Bool {
    guard case .void = content else { return false }
    return true
  }

  fileprivate func isLate(_ approvedAt: Int?) -> Bool {
    guard let approvedAt, let recordedAt else { return false }
    return recordedAt > approvedAt
  }
}
