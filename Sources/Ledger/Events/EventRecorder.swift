import Diagnostics
import Inventory
import Storage

/// Takes the events of one delivery inside a transaction.
struct EventRecorder {
  let log: EntryLog
  let stocktake: String
  let numbering: EventNumbering
  private let crops: [String: Crop]
  private let rules: CodeRules
  private let locations: LocationTable
  private let table: EventTable
  private let edits: EditTable
  private let hasEdits: Bool
  private let stocktakeID: ObjectID
  private var lastSeqs: [String: Int] = [:]
  /// Locations that take counts, by their codes.
  private var receiving: Set<String> = []
  /// A file may name one unknown location a thousand times; the nearest known one is sought once.
  private var unfitLocations: [String: LedgerFault] = [:]
  /// Digests of the events of this group that the ledger has, and of those that it took since.
  private var known: [String: [UInt8]] = [:]
  /// Codes of locations among the codes that were scanned in this group.
  private var locationLabels: Set<String> = []
  private var scratch = CanonicalJSONWriter()

  init(
    log: EntryLog, stocktake: ObjectID, numbering: EventNumbering, crops: [Crop]
  ) throws {
    (self.log, self.numbering, stocktakeID) = (log, numbering, stocktake)
    self.stocktake = stocktake.description
    self.crops = Dictionary(crops.map { ($0.hash, $0) }) { first, _ in first }
    rules = try log.connection.codeRules()
    locations = LocationTable(connection: log.connection)
    table = EventTable(connection: log.connection)
    edits = EditTable(connection: log.connection)
    hasEdits = try edits.hasAny()
  }

  /// So many events are looked up with one question; 1 or this many, so that two statements serve all.
  private static let group = 100

  /// What will be asked about the first events, as far as it can be told without the ledger's rules.
  static func questions(about events: [ScanEvent], into stocktake: ObjectID) -> [SQLQuery] {
    let asked = Asked(events.prefix(group), CodeRules(), without: [])
    return StocktakeTable.questions(about: stocktake) + [Connection.settingsQuery()]
      + [
        EditTable.hasAnyQuery,
        asked.ids.isEmpty ? nil : EventTable.digests(of: asked.ids),
        asked.codes.isEmpty ? nil : LocationTable.known(among: asked.codes),
        asked.places.isEmpty ? nil : LocationTable.receiving(among: asked.places),
      ].compactMap(\.self)
  }

  /// What a group of events is looked up by.
  private struct Asked {
    private(set) var ids: [String] = []
    private(set) var codes: [String] = []
    private(set) var places: [String] = []

    /// - Parameter known: places that need not be asked for.
    init(_ events: ArraySlice<ScanEvent>, _ rules: CodeRules, without known: Set<String>) {
      for event in events where event.isWellFormed {
        ids.append(event.clientEventID.composed)
        if let place = event.place?.composed, place != places.last, !known.contains(place) {
          places.append(place)
        }
        guard let scan = event.scan else { continue }
        codes.append(ScannedCode(scan.code, rules: rules).canonical.composed)
      }
      (ids, codes, places) = (Self.padded(ids), Self.padded(codes), Self.padded(places))
    }

    private static func padded(_ texts: [String]) -> [String] {
      guard texts.count > 1, let last = texts.last else { return texts }
      return texts + Array(repeating: last, count: group - texts.count)
    }
  }

  /// - Returns: a receipt for each event, in their order.
  mutating func record(_ events: [ScanEvent]) throws -> [EventReceipt] {
    var receipts: [EventReceipt] = []
    receipts.reserveCapacity(events.count)
    for start in stride(from: 0, to: events.count, by: Self.group) {
      let group = events[start..<min(start + Self.group, events.count)]
      try lookUp(group)
      for event in group { receipts.append(try record(event)) }
    }
    return receipts
  }

  /// Asks what the ledger knows of a group of events.
  private mutating func lookUp(_ events: ArraySlice<ScanEvent>) throws {
    let asked = Asked(events, rules, without: receiving)
    known = asked.ids.isEmpty ? [:] : try table.digests(of: asked.ids)
    // Empty ones for edits, since no scan is the same as an edit.
    if hasEdits, !asked.ids.isEmpty {
      for edit in try edits.known(among: asked.ids) { known[edit] = [] }
    }
    locationLabels = asked.codes.isEmpty ? [] : try locations.known(among: asked.codes)
    guard !asked.places.isEmpty else { return }
    for (place, id) in try locations.receiving(among: asked.places) {
      receiving.insert(place)
      log.memory.remember(id, of: place)
    }
  }

  private mutating func record(_ delivered: ScanEvent) throws -> EventReceipt {
    do {
      try delivered.check()
      let recording = try recording(of: delivered)
      if let known = known[delivered.clientEventID.composed] {
        return try receipt(for: delivered, recording, known)
      }
      try store(delivered, recording)
      let isSuspect = DeviceClock.isSuspect(delivered.occurredAt, recordedAt: log.now)
      return isSuspect ? .storedClockSuspect : .stored
    } catch let fault as LedgerFault {
      return .refused(fault)
    }
  }

  private mutating func recording(of event: ScanEvent) throws -> ScanRecording {
    try ScanRecording(stocktake: stocktake, event: EventRecord(event), &scratch)
  }

  private mutating func receipt(
    for delivered: ScanEvent, _ recording: ScanRecording, _ known: [UInt8]
  ) throws -> EventReceipt {
    let isEdit = known.isEmpty
    if numbering == .byLedger && !isEdit { return try receiptForKnown(delivered) }
    if recording.digest == known { return .duplicate }
    // A location label was kept as what it says.
    if let scan = delivered.scan {
      let place = ScannedCode(scan.code, rules: rules).canonical
      let label = try self.recording(of: delivered.with(.location(place)))
      if label.digest == known { return .duplicate }
    }
    let payload = try log.connection.first(
      """
      SELECT payload FROM entries WHERE seq IN (
        SELECT seq FROM scan_events WHERE client_event_id = \(delivered.clientEventID.composed)
        UNION ALL
        SELECT seq FROM asset_edits WHERE client_event_id = \(delivered.clientEventID.composed))
      """
    ) { try $0.text(0) }
    return .conflict(stored: payload ?? "", delivered: try CanonicalJSON.text(recording))
  }

  /// What was read in a picture is known by its id alone.
  ///
  /// That it doesn't count, or counts for another location than is said now, must not go unnoticed.
  private func receiptForKnown(_ delivered: ScanEvent) throws -> EventReceipt {
    if try table.isVoided(delivered.clientEventID, in: stocktakeID) {
      return .refused(LedgerFault.voidedBefore)
    }
    let kept = try table.location(of: delivered.clientEventID)
    if let said = delivered.place, said.composed != kept {
      return .refused(LedgerFault.keptElsewhere(kept, said: said))
    }
    return .duplicate
  }

  private mutating func store(_ delivered: ScanEvent, _ recording: ScanRecording) throws {
    var recording = recording
    if let place = try locationLabel(delivered) {
      recording = try self.recording(of: delivered.with(.location(place)))
    }
    if let place = recording.event.location { try refuseUnfit(place) }
    // Last, so that an event that is refused takes no number.
    if numbering == .byLedger {
      recording = recording.numbered(try nextSeq(of: delivered.deviceID))
    }
    // Of what is kept: a location's label says where the next scans are, and proves nothing.
    let crop = recording.event.evidence?.crop.flatMap { crops[$0] }
    try log.record(crop == nil ? recording : recording.keepingCrop())
    known[delivered.clientEventID.composed] = recording.digest
    if let crop { try CropTable(connection: log.connection).keep(crop) }
  }

  private mutating func nextSeq(of device: String) throws -> Int {
    let next = try (lastSeqs[device] ?? table.lastSeq(of: device)) + 1
    lastSeqs[device] = next
    return next
  }

  /// Refuses a location that isn't there, or is closed.
  private mutating func refuseUnfit(_ code: String) throws {
    guard !receiving.contains(code) else { return }
    if let fault = unfitLocations[code] { throw fault }
    do {
      _ = try locations.receiving(code)
      receiving.insert(code)
    } catch let fault as LedgerFault {
      unfitLocations[code] = fault
      throw fault
    }
  }

  /// The code on a location's label, which tells where the next scans are; nil for other codes.
  private func locationLabel(_ event: ScanEvent) throws -> String? {
    guard let scan = event.scan, !locationLabels.isEmpty else { return nil }
    let code = ScannedCode(scan.code, rules: rules)
    guard locationLabels.contains(code.canonical.composed),
      try CodeTable(connection: log.connection).owners(of: code).isEmpty
    else { return nil }
    return code.canonical
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
}
