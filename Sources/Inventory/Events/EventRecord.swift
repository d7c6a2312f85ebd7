/// The wire shape of a scan event: event files, the service and replay use the same keys.
package struct EventRecord: Sendable, Equatable, Codable {
  package var clientEventID: String
  package var deviceID: String
  package var deviceSeq: Int
  package var occurredAt: Int
  package var round: Int?
  package var counter: String?
  package var kind: Kind
  package var code: String?
  package var symbology: String?
  package var location: String?
  package var quantity: String?
  package var void: String?
  package var evidence: Evidence?

  package enum Kind: String, Sendable, CaseIterable, Codable {
    case scan, location, done, void
  }

  private enum CodingKeys: String, CodingKey {
    case clientEventID = "client_event_id"
    case deviceID = "device_id"
    case deviceSeq = "device_seq"
    case occurredAt = "occurred_at"
    case rawValue = "raw_value"
    case round, counter, kind, code, symbology, location, quantity, void, evidence
  }

  /// Reads a record; `occurred_at` is a number of milliseconds or an RFC 3339 text, `raw_value`
  /// another name for `code`, a quantity a text or a whole number.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    clientEventID = try values.decode(String.self, forKey: .clientEventID)
    deviceID = try values.decode(String.self, forKey: .deviceID)
    deviceSeq = try values.decode(Int.self, forKey: .deviceSeq)
    occurredAt = try Self.time(in: values)
    round = try values.decodeIfPresent(Int.self, forKey: .round)
    counter = try values.decodeIfPresent(String.self, forKey: .counter)
    kind = try values.choice(Kind.self, forKey: .kind)
    code =
      try values.decodeIfPresent(String.self, forKey: .code)
      ?? values.decodeIfPresent(String.self, forKey: .rawValue)
    symbology = try values.decodeIfPresent(String.self, forKey: .symbology)
    location = try values.decodeIfPresent(String.self, forKey: .location)
    quantity = try Self.quantity(in: values)
    void = try values.decodeIfPresent(String.self, forKey: .void)
    evidence = try values.decodeIfPresent(Evidence.self, forKey: .evidence)
    try checkRanges(values)
    if kind == .scan, code == nil { throw Self.missing(.code, of: "a scan", in: values) }
    if kind == .void, void == nil { throw Self.missing(.void, of: "a void", in: values) }
  }

  /// The numbers that an event's `device_seq` may be: what JSON keeps exactly everywhere.
  package static let sequenceRange = 0...(1 << 53)

  private func checkRanges(_ values: KeyedDecodingContainer<CodingKeys>) throws {
    guard Timestamp.range.contains(occurredAt) else {
      throw DecodingError.dataCorruptedError(
        forKey: .occurredAt, in: values, debugDescription: "expected a time in the years 1 to 9999")
    }
    guard Self.sequenceRange.contains(deviceSeq) else {
      throw DecodingError.dataCorruptedError(
        forKey: .deviceSeq, in: values, debugDescription: "expected 0 to \(1 << 53)")
    }
  }

  /// The record of an event.
  package init(_ event: ScanEvent) {
    (clientEventID, deviceID, deviceSeq) = (event.clientEventID, event.deviceID, event.deviceSeq)
    (occurredAt, round, counter) = (event.occurredAt, event.round, event.counter)
    switch event.content {
    case .scan(let scan):
      kind = .scan
      (code, symbology, location) = (scan.code, scan.symbology, scan.location)
      (quantity, evidence) = (scan.quantity, scan.evidence)
    case .location(let place): (kind, location) = (.location, place)
    case .done(let place): (kind, location) = (.done, place)
    case .void(let target): (kind, void) = (.void, target)
    }
  }

  /// The event of the record.
  package var event: ScanEvent {
    ScanEvent(
      clientEventID: clientEventID, deviceID: deviceID, deviceSeq: deviceSeq,
      occurredAt: occurredAt, round: round ?? 1, counter: counter, content: content)
  }

  private var content: ScanEvent.Content {
    switch kind {
    case .scan:
      .scan(
        Scan(
          code: code ?? "", symbology: symbology, location: location, quantity: quantity,
          evidence: evidence))
    case .location: .location(location)
    case .done: .done(location)
    case .void: .void(void ?? "")
    }
  }

  /// Writes every key of the kind; times as RFC 3339.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(clientEventID, forKey: .clientEventID)
    try values.encode(deviceID, forKey: .deviceID)
    try values.encode(deviceSeq, forKey: .deviceSeq)
    try values.encode(Timestamp.text(occurredAt), forKey: .occurredAt)
    try values.encode(round ?? 1, forKey: .round)
    try values.encodeIfPresent(counter, forKey: .counter)
    try values.encode(kind, forKey: .kind)
    try values.encodeIfPresent(code, forKey: .code)
    try values.encodeIfPresent(symbology, forKey: .symbology)
    try values.encodeIfPresent(location, forKey: .location)
    try values.encodeIfPresent(quantity, forKey: .quantity)
    try values.encodeIfPresent(void, forKey: .void)
    try values.encodeIfPresent(evidence, forKey: .evidence)
  }

  private static func time(in values: KeyedDecodingContainer<CodingKeys>) throws -> Int {
    if let milliseconds = try? values.decode(Int.self, forKey: .occurredAt) { return milliseconds }
    let text = try? values.decode(String.self, forKey: .occurredAt)
    guard values.contains(.occurredAt) else {
      throw missing(.occurredAt, of: "an event", in: values)
    }
    guard let time = text.flatMap(Timestamp.milliseconds) else {
      throw DecodingError.dataCorruptedError(
        forKey: .occurredAt, in: values,
        debugDescription: "expected whole milliseconds or a time like 2026-11-21T10:00:00.000Z")
    }
    return time
  }

  private static func quantity(in values: KeyedDecodingContainer<CodingKeys>) throws -> String? {
    guard values.contains(.quantity), try !values.decodeNil(forKey: .quantity) else { return nil }
    if let whole = try? values.decode(Int.self, forKey: .quantity) { return String(whole) }
    if let text = try? values.decode(String.self, forKey: .quantity) { return text }
    throw DecodingError.dataCorruptedError(
      forKey: .quantity, in: values,
      debugDescription: "expected a whole number, or an exact decimal as a text like \"2.5\"")
  }

  private static func missing(
    _ key: CodingKeys, of what: String, in values: KeyedDecodingContainer<CodingKeys>
  ) -> DecodingError {
    .keyNotFound(
      key,
      DecodingError.Context(codingPath: values.codingPath, debugDescription: "\(what) needs it"))
  }
}
