import Diagnostics
import Inventory

extension ScanEvent {
  func with(_ content: Content) -> ScanEvent {
    ScanEvent(
      clientEventID: clientEventID, deviceID: deviceID, deviceSeq: deviceSeq,
      occurredAt: occurredAt, round: round, counter: counter, content: content)
  }

  /// The location that the event itself names.
  var place: String? {
    switch content {
    case .scan(let scan): scan.location
    case .location(let place), .done(let place): place
    case .void: nil
    }
  }

  var isWellFormed: Bool { (try? check()) != nil }

  /// Refuses events that could mean nothing.
  func check() throws(LedgerFault) {
    func refuse(_ message: String) -> LedgerFault {
      LedgerFault(code: "event.malformed", message: message)
    }
    guard !clientEventID.isEmpty, clientEventID.utf8.count <= 200 else {
      throw refuse("client_event_id must have 1 to 200 bytes.")
    }
    guard !deviceID.isEmpty, deviceID.utf8.count <= 200 else {
      throw refuse("device_id must have 1 to 200 bytes.")
    }
    guard Timestamp.range.contains(occurredAt) else {
      throw refuse("occurred_at must be in the years 1 to 9999.")
    }
    guard EventRecord.sequenceRange.contains(deviceSeq) else {
      throw refuse("device_seq must be 0 to \(1 << 53), got \(deviceSeq).")
    }
    guard round >= 1 else { throw refuse("round must be 1 or more, got \(round).") }
    switch content {
    case .location(nil), .done(nil): throw refuse("A location or done event needs “location”.")
    case .scan(let scan) where scan.code.isEmpty: throw refuse("A scan needs a code.")
    case .scan(let scan) where scan.code.utf8.count > 10_000:
      throw refuse("A code of \(scan.code.utf8.count) bytes is longer than any symbol holds.")
    case .scan(let scan) where !(scan.evidence?.isOfNumbers ?? true):
      throw refuse("The corners of an outline must be numbers.")
    default: return
    }
  }
}

extension Evidence {
  /// Whether JSON has numbers for all corners.
  fileprivate var isOfNumbers: Bool {
    [polygon, cropPolygon].allSatisfy {
      ($0?.corners ?? []).allSatisfy { $0.allSatisfy { $0.isFinite } }
    }
  }
}
