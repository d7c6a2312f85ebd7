import Diagnostics
package import Inventory
import Storage

extension LedgerStore {
  /// Takes events into an open stocktake, in one transaction: when this returns, all that is
  /// `stored` is durable.
  ///
  /// - Parameter crops: the crops that events name as evidence; one that no stored event names is
  ///   not kept.
  /// - Returns: a receipt for each event, in their order.
  /// - Throws: `LedgerFault` where the stocktake takes no events; then none was taken.
  package func record(
    _ events: [ScanEvent], crops: [Crop] = [], into stocktake: Stocktake,
    numbering: EventNumbering, by principal: Principal
  ) throws -> [EventReceipt] {
    try append(by: principal) { log in
      let current = try StocktakeTable(connection: log.connection).existing(id: stocktake.id)
      guard current.state.takesEvents else { throw LedgerFault.closedToEvents(current) }
      var recorder = try EventRecorder(
        log: log, stocktake: current.id, numbering: numbering, crops: crops)
      return try events.map { try recorder.record($0) }
    }
  }
}

/// Takes events one by one inside a transaction.
private struct EventRecorder {
  let log: EntryLog
  let stocktake: ObjectID
  let numbering: EventNumbering
  private let crops: [String: Crop]
  private let rules: CodeRules
  private let locations: LocationTable
  private let table: EventTable
  private var lastSeqs: [String: Int] = [:]
  private var locationIDs: [String: ObjectID] = [:]
  /// A file may name one unknown location a thousand times; the nearest known one is sought once.
  private var unknownLocations: [String: LedgerFault] = [:]

  init(
    log: EntryLog, stocktake: ObjectID, numbering: EventNumbering, crops: [Crop]
  ) throws {
    (self.log, self.stocktake, self.numbering) = (log, stocktake, numbering)
    self.crops = Dictionary(crops.map { ($0.hash, $0) }) { first, _ in first }
    rules = try log.connection.codeRules()
    locations = LocationTable(connection: log.connection)
    table = EventTable(connection: log.connection)
  }

  mutating func record(_ delivered: ScanEvent) throws -> EventReceipt {
    do {
      try delivered.check()
      let digest = try Self.digest(delivered, stocktake)
      if let known = try table.digest(of: delivered.clientEventID) {
        return try receipt(for: delivered, digest, known)
      }
      try store(delivered, digest)
      return .stored
    } catch let fault as LedgerFault {
      return .refused(fault)
    }
  }

  private func receipt(
    for delivered: ScanEvent, _ digest: [UInt8], _ known: [UInt8]
  ) throws -> EventReceipt {
    if numbering == .byLedger { return try receiptForKnown(delivered) }
    if digest == known { return .duplicate }
    let payload = try log.connection.first(
      """
      SELECT payload FROM entries WHERE seq =
        (SELECT seq FROM scan_events WHERE client_event_id = \(delivered.clientEventID.composed))
      """
    ) { try $0.text(0) }
    return .conflict(
      stored: payload ?? "",
      delivered: try CanonicalJSON.text(
        RecordedScan(stocktake: stocktake.description, event: EventRecord(delivered))))
  }

  /// What was read in a picture is known by its id alone.
  ///
  /// That it doesn't count, or counts for
  /// another location than is said now, must not go unnoticed.
  private func receiptForKnown(_ delivered: ScanEvent) throws -> EventReceipt {
    if try table.isVoided(delivered.clientEventID, in: stocktake) {
      return .refused(LedgerFault.voidedBefore)
    }
    let kept = try table.location(of: delivered.clientEventID)
    if let said = delivered.place, said.composed != kept {
      return .refused(LedgerFault.keptElsewhere(kept, said: said))
    }
    return .duplicate
  }

  private mutating func store(_ delivered: ScanEvent, _ digest: [UInt8]) throws {
    var event = try resolvingLocationLabel(delivered)
    let location = try event.place.map { try locationID($0) }
    // Last, so that an event that is refused takes no number.
    if numbering == .byLedger { event = event.numbered(try nextSeq(of: event.deviceID)) }
    let seq = try log.append(
      .scanRecorded, RecordedScan(stocktake: stocktake.description, event: EventRecord(event)))
    try table.insert(
      event, stocktake: stocktake, location: location, digest: digest, seq: seq, now: log.now)
    if let crop = event.scan?.evidence?.crop.flatMap({ crops[$0] }) {
      try CropTable(connection: log.connection).keep(crop)
    }
  }

  private mutating func nextSeq(of device: String) throws -> Int {
    let next = try (lastSeqs[device] ?? table.lastSeq(of: device)) + 1
    lastSeqs[device] = next
    return next
  }

  private mutating func locationID(_ code: String) throws -> ObjectID {
    if let id = locationIDs[code] { return id }
    if let fault = unknownLocations[code] { throw fault }
    do {
      let id = try locations.receiving(code)
      locationIDs[code] = id
      return id
    } catch let fault as LedgerFault {
      unknownLocations[code] = fault
      throw fault
    }
  }

  /// A scanned location label tells where the next scans are.
  private func resolvingLocationLabel(_ event: ScanEvent) throws -> ScanEvent {
    guard let scan = event.scan else { return event }
    let code = ScannedCode(scan.code, rules: rules)
    guard try locations.id(of: code.canonical) != nil,
      try CodeTable(connection: log.connection).owners(of: code).isEmpty
    else { return event }
    return event.with(.location(code.canonical))
  }

  /// Over all that the device said but its sequence number.
  private static func digest(_ event: ScanEvent, _ stocktake: ObjectID) throws -> [UInt8] {
    Array(
      try CanonicalJSON.digest(
        RecordedScan(stocktake: stocktake.description, event: EventRecord(event.numbered(0)))))
  }
}

/// What the log keeps of an event.
private struct RecordedScan: Encodable {
  let stocktake: String
  let event: EventRecord
}

extension ScanEvent {
  fileprivate func numbered(_ seq: Int) -> ScanEvent {
    ScanEvent(
      clientEventID: clientEventID, deviceID: deviceID, deviceSeq: seq, occurredAt: occurredAt,
      round: round, counter: counter, content: content)
  }

  fileprivate func with(_ content: Content) -> ScanEvent {
    ScanEvent(
      clientEventID: clientEventID, deviceID: deviceID, deviceSeq: deviceSeq,
      occurredAt: occurredAt, round: round, counter: counter, content: content)
  }

  /// The location that the event itself names.
  fileprivate var place: String? {
    switch content {
    case .scan(let scan): scan.location
    case .location(let place), .done(let place): place
    case .void: nil
    }
  }

  /// Refuses events that could mean nothing.
  fileprivate func check() throws(LedgerFault) {
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
    default: return
    }
  }
}

extension LedgerFault {
  fileprivate static let voidedBefore = LedgerFault(
    code: "event.voided",
    message: "What was read in this picture was voided, so it doesn't count again. "
      + "Take a new picture, or record the codes (tally stocktake record).")

  fileprivate static func keptElsewhere(_ kept: String?, said: String) -> LedgerFault {
    LedgerFault(
      code: "event.location",
      message:
        "This picture was already counted in \(kept.map { SafeText.quoted($0) } ?? "no location"), "
        + "not in \(SafeText.quoted(said)). Void it and take a new one if that was a mistake.")
  }

  package static func closedToEvents(_ stocktake: Stocktake) -> LedgerFault {
    LedgerFault(
      code: "stocktake.state",
      message:
        "Stocktake \(stocktake.title) is in state “\(stocktake.state.rawValue)” and takes no events; "
        + "only an open or recounting one does.")
  }
}
