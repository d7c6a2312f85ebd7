import Inventory

/// An event as canonical JSON under the number 0.
///
/// A device may deliver an event again under another number, so deliveries are compared by this
/// form. The log keeps the same bytes with the number in its place: an event is written once.
struct UnnumberedEvent {
  /// An object.
  let json: [UInt8]
  /// Where in it the number stands.
  private let numberAt: Int

  /// - Throws: `LedgerFault` `event.malformed` for what JSON can't say.
  init(_ event: EventRecord, _ scratch: inout CanonicalJSONWriter) throws {
    scratch.clear()
    numberAt = try event.writeUnnumbered(to: &scratch)
    json = scratch.bytes
  }

  func write(_ number: Int, to payload: inout CanonicalJSONWriter) {
    payload.append(json[..<numberAt])
    payload.integer(number)
    payload.append(json[(numberAt + 1)...])
  }
}

extension EventRecord {
  /// Writes the record; keys sorted, those without a value left out.
  ///
  /// - Returns: where the number is.
  fileprivate func writeUnnumbered(to json: inout CanonicalJSONWriter) throws -> Int {
    var numberAt = 0
    try json.object { json in
      json.key("client_event_id")
      json.string(clientEventID)
      json.text("code", code)
      json.text("counter", counter)
      json.key("device_id")
      json.string(deviceID)
      json.key("device_seq")
      numberAt = json.bytes.count
      json.integer(0)
      if let evidence {
        json.key("evidence")
        try evidence.write(to: &json)
      }
      json.text("kind", kind.rawValue)
      json.text("location", location)
      json.text("occurred_at", Timestamp.text(occurredAt))
      json.text("quantity", quantity)
      json.key("round")
      json.integer(round ?? 1)
      json.text("symbology", symbology)
      json.text("void", void)
    }
    return numberAt
  }
}
