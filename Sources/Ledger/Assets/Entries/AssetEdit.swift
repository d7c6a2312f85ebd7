import Inventory

/// What the log keeps of a change that leaves an asset where it is.
///
/// An edit at the ledger says all fields of its own as they are from then on; one that a device
/// delivered says only those that it sets.
struct AssetEdit: LedgerEvent {
  static let kind = EntryKind.assetEdited

  let id: ObjectID
  let name, category, make, model, serial, custodian: String?
  /// Codes that were added.
  let codes: [CodePayload]?
  /// Only where it was set.
  let condition: String?
  /// Values of custom fields that were set, by the fields' names; empty ones were taken away.
  let fields: [String: String]?
  let note: String?
  /// Of an edit that a device delivered; nil for one at the ledger.
  let origin: EditOrigin?

  func apply(to books: Books) throws {
    try origin?.check()
    let old = try books.asset(id)
    var editor = FieldEditor(books: books, asset: old, origin: origin)
    for (field, value) in said { try editor.set(field, to: value) }
    let codes = CodeTable(connection: books.connection)
    for code in self.codes ?? [] { try codes.add(code.code, to: old, seq: books.seq) }
    if let origin { try EditTable(connection: books.connection).keep(self, origin, books) }
    guard editor.hasChanged || origin == nil else {
      return try books.assets.keepChange(of: old, seq: books.seq)
    }
    try books.keep(editor.asset, after: old)
  }

  /// What the edit says, field by field.
  var said: [(AssetField, String)] {
    let own: [(AssetField, String?)] = [
      (.name, name), (.category, category), (.make, make), (.model, model), (.serial, serial),
      (.custodian, custodian), (.condition, condition),
    ]
    return own.compactMap { field, value in value.map { (field, $0) } }
      + (fields ?? [:]).sorted { $0.key.isBefore($1.key) }.map { (.custom($0.key), $0.value) }
  }
}

/// Where and when a device made an edit.
struct EditOrigin: Codable, Equatable {
  let clientEventID: String
  let deviceID: String
  let deviceSeq: Int
  /// RFC 3339.
  let occurredAt: String

  private enum CodingKeys: String, CodingKey {
    case clientEventID = "client_event_id"
    case deviceID = "device_id"
    case deviceSeq = "device_seq"
    case occurredAt = "occurred_at"
  }

  var orderKey: OrderKey {
    OrderKey(
      occurredAt: milliseconds, deviceID: deviceID, deviceSeq: deviceSeq,
      clientEventID: clientEventID)
  }

  /// Whether the edit was made later than it can have been, by the ledger's clock.
  func isClockSuspect(at recordedAt: Int) -> Bool {
    DeviceClock.isSuspect(milliseconds, recordedAt: recordedAt)
  }

  /// Refuses what no device's edit is taken with.
  fileprivate func check() throws(LedgerFault) {
    guard EventRecord.sequenceRange.contains(deviceSeq), Timestamp.milliseconds(occurredAt) != nil
    else {
      throw LedgerFault(
        code: "event.malformed", message: "The number or the time of the device's edit is no such.")
    }
  }

  private var milliseconds: Int { Timestamp.milliseconds(occurredAt) ?? 0 }
}
