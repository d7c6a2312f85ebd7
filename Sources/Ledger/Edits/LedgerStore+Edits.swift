import Diagnostics
import Inventory
import Storage

extension LedgerStore {
  /// Takes edits that devices made, in one transaction: when this returns, all that is `stored` is
  /// durable.
  ///
  /// Each field keeps the value of the last edit by the edits' own order, in whatever order they
  /// arrive; what came too late is listed by `conflicts()`.
  ///
  /// - Returns: a receipt for each edit, in their order.
  package func edit(_ edits: [DeliveredEdit], by principal: Principal) throws -> [EventReceipt] {
    try append(by: principal) { log in
      try edits.map { edit in
        do {
          return try log.take(edit)
        } catch let fault as LedgerFault {
          return .refused(fault)
        }
      }
    }
  }
}

extension EntryLog {
  fileprivate func take(_ delivered: DeliveredEdit) throws -> EventReceipt {
    let origin = try delivered.origin()
    let edit = try edit(delivered, origin)
    if let known = try EditTable(connection: connection).find(origin.clientEventID) {
      guard try known.digest != EditTable.digest(edit) else { return .duplicate }
      return .conflict(
        stored: try payload(known.seq), delivered: try CanonicalJSON.text(edit))
    }
    if let seq = try seqOfScan(origin.clientEventID) {
      return .conflict(stored: try payload(seq), delivered: try CanonicalJSON.text(edit))
    }
    try checkRequired(edit)
    try record(edit)
    return origin.isClockSuspect(at: now) ? .storedClockSuspect : .stored
  }

  private func edit(_ delivered: DeliveredEdit, _ origin: EditOrigin) throws -> AssetEdit {
    let asset = try AssetTable(connection: connection).named(delivered.asset)
    let own = delivered.set.filter { AssetField.own[$0.key] != nil }
    let custom = delivered.set.filter { AssetField.own[$0.key] == nil }
    guard !delivered.set.isEmpty else {
      throw LedgerFault(code: "edit.malformed", message: "The edit sets nothing: “set” is empty.")
    }
    return AssetEdit(
      id: asset.id, name: own["name"], category: own["category"], make: own["make"],
      model: own["model"], serial: own["serial"], custodian: nil, codes: nil,
      condition: own["condition"], fields: custom.isEmpty ? nil : try fieldValues(custom),
      note: delivered.note, origin: origin)
  }

  private func checkRequired(_ edit: AssetEdit) throws {
    guard let asset = try AssetTable(connection: connection).find(id: edit.id) else { return }
    try checkRequiredFields(
      of: asset, category: edit.category ?? asset.category, set: edit.fields ?? [:])
  }

  /// Events of all kinds share their ids.
  private func seqOfScan(_ clientEventID: String) throws -> Int? {
    try connection.first("SELECT seq FROM scan_events WHERE client_event_id = \(clientEventID)") {
      try $0.int(0)
    }
  }

  private func payload(_ seq: Int) throws -> String {
    try connection.first("SELECT payload FROM entries WHERE seq = \(seq)") { try $0.text(0) } ?? ""
  }
}

extension DeliveredEdit {
  /// Refuses edits that could mean nothing.
  fileprivate func origin() throws(LedgerFault) -> EditOrigin {
    func refuse(_ message: String) -> LedgerFault {
      LedgerFault(code: "edit.malformed", message: message)
    }
    guard (1...200).contains(clientEventID.utf8.count) else {
      throw refuse("client_event_id must have 1 to 200 bytes.")
    }
    guard (1...200).contains(deviceID.utf8.count) else {
      throw refuse("device_id must have 1 to 200 bytes.")
    }
    guard EventRecord.sequenceRange.contains(deviceSeq) else {
      throw refuse("device_seq must be 0 to \(1 << 53), got \(deviceSeq).")
    }
    guard let time = Timestamp.milliseconds(occurredAt) else {
      throw refuse(
        "occurred_at must be a time like 2026-11-21T10:00:00.000Z, got "
          + SafeText.quoted(occurredAt) + ".")
    }
    return EditOrigin(
      clientEventID: clientEventID.composed, deviceID: deviceID.composed, deviceSeq: deviceSeq,
      occurredAt: Timestamp.text(time))
  }
}
