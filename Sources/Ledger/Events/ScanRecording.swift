import Crypto
import Inventory
import Storage

/// A scan event that a stocktake took.
struct ScanRecording: LedgerEvent {
  static let kind = EntryKind.scanRecorded

  /// The id of the stocktake.
  let stocktake: String
  let event: EventRecord
  /// True where the crop that the event names came with it, so that the ledger has to have it; else
  /// nil, as in entries of older programs.
  ///
  /// It is not part of what the device said.
  private(set) var isCropKept: Bool?
  /// As `digest` computes it; nil where nobody has done that yet.
  private let knownDigest: [UInt8]?

  private enum CodingKeys: String, CodingKey {
    case stocktake, event
    case isCropKept = "crop_kept"
  }

  init(stocktake: String, event: EventRecord, digest: [UInt8]? = nil) {
    (self.stocktake, self.event, knownDigest) = (stocktake, event, digest)
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    stocktake = try values.decode(String.self, forKey: .stocktake)
    event = try values.decode(EventRecord.self, forKey: .event)
    isCropKept = try values.decodeIfPresent(Bool.self, forKey: .isCropKept)
    knownDigest = nil
  }

  func write(to payload: inout CanonicalJSONWriter) throws {
    try payload.object { json in
      if let isCropKept {
        json.key("crop_kept")
        json.bool(isCropKept)
      }
      json.key("event")
      try event.write(to: &json)
      json.key("stocktake")
      json.string(stocktake)
    }
  }

  /// By which a second delivery is compared: over all that the device said but its sequence number,
  /// under which a device may deliver an event again.
  func digest(_ scratch: inout CanonicalJSONWriter) throws -> [UInt8] {
    if let knownDigest { return knownDigest }
    var unnumbered = event
    unnumbered.deviceSeq = 0
    scratch.clear()
    try ScanRecording(stocktake: stocktake, event: unnumbered).write(to: &scratch)
    return Array(SHA256.hash(data: scratch.bytes))
  }

  /// The same event under another number, which its digest doesn't depend on.
  func numbered(_ seq: Int) -> ScanRecording {
    var event = event
    event.deviceSeq = seq
    return ScanRecording(stocktake: stocktake, event: event, digest: knownDigest)
  }

  /// The same event, whose crop is in the ledger.
  func keepingCrop() -> ScanRecording {
    var recording = self
    recording.isCropKept = true
    return recording
  }

  func apply(to books: Books) throws {
    let locations = LocationTable(connection: books.connection)
    let location = try event.location.map { try books.memory.location($0, in: locations) }
    try EventTable(connection: books.connection).insert(
      self, stocktake: try books.memory.id(stocktake), location: location, books: books)
  }
}

extension EventRecord {
  /// The canonical JSON of the record; keys sorted, those without a value left out.
  func write(to json: inout CanonicalJSONWriter) throws {
    try json.object { json in
      json.key("client_event_id")
      json.string(clientEventID)
      json.text("code", code)
      json.text("counter", counter)
      json.key("device_id")
      json.string(deviceID)
      json.key("device_seq")
      json.integer(deviceSeq)
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
  }
}

extension Evidence {
  fileprivate func write(to json: inout CanonicalJSONWriter) throws {
    try json.object { json in
      json.text("crop", crop)
      try json.polygon("crop_polygon", cropPolygon)
      json.text("image", image)
      try json.polygon("polygon", polygon)
      if let quality {
        json.key("quality")
        json.integer(quality)
      }
      if let weak {
        json.key("weak")
        json.bool(weak)
      }
    }
  }
}

extension CanonicalJSONWriter {
  fileprivate mutating func text(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  fileprivate mutating func polygon(_ name: StaticString, _ corners: [[Double]]?) throws {
    guard let corners else { return }
    key(name)
    try array { json in
      for corner in corners {
        json.separate()
        try json.array { json in
          for value in corner {
            json.separate()
            try json.number(value)
          }
        }
      }
    }
  }
}
