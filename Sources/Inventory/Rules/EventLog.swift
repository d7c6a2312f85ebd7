/// The events of a stocktake, each once, in order, without what voids took out.
struct EventLog {
  /// By order key; of an id that was delivered twice the first delivery stays.
  let events: [ScanEvent]
  /// Ids of events that a void names.
  ///
  /// Voids themselves can't be voided.
  let voided: Set<String>
  /// Ids of events that came when the result was approved.
  let late: [String]

  init(_ deliveries: [ScanEvent], approvedAt: Int?) {
    var seen = Set<String>(minimumCapacity: deliveries.count)
    let all = deliveries.filter { seen.insert($0.clientEventID).inserted }
    let isLate = { (event: ScanEvent) in
      guard let approvedAt, let recordedAt = event.recordedAt else { return false }
      return recordedAt > approvedAt
    }
    late = approvedAt == nil ? [] : all.filter(isLate).map(\.clientEventID)
    events = (late.isEmpty ? all : all.filter { !isLate($0) }).sorted { $0.orderKey < $1.orderKey }
    let targets = events.compactMap(\.voidTarget)
    guard !targets.isEmpty else {
      voided = []
      return
    }
    let voids = Set(events.lazy.filter { $0.voidTarget != nil }.map(\.clientEventID))
    voided = Set(targets).intersection(seen).subtracting(voids)
  }

  func isVoided(_ event: ScanEvent) -> Bool { voided.contains(event.clientEventID) }
}

extension ScanEvent {
  /// The id of the event that this one voids.
  var voidTarget: String? {
    guard case .void(let target) = content else { return nil }
    return target
  }
}
