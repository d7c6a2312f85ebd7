import Crypto
import Inventory
import Storage

/// A scan event that a stocktake took.
struct ScanRecording: LedgerEvent {
  static let kind = EntryKind.scanRecorded

  /// The id of the stocktake.
  let stocktake: String
  private(set) var event: EventRecord
  /// True where the crop that the event names came with it, so that the ledger has to have it; else
  /// nil, as in entries of older programs.
  ///
  /// It is not part of what the device said.
  private(set) var isCropKept: Bool?
  /// By which a second delivery is compared: over all that the device said but its sequence number.
  let digest: [UInt8]
  private let unnumbered: UnnumberedEvent

  private enum CodingKeys: String, CodingKey {
    case stocktake, event
    case isCropKept = "crop_kept"
  }

  /// - Throws: `LedgerFault` `event.malformed` for what JSON can't say.
  init(
    stocktake: String, event: EventRecord, _ scratch: inout CanonicalJSONWriter
  ) throws {
    (self.stocktake, self.event) = (stocktake, event)
    let unnumbered = try UnnumberedEvent(event, &scratch)
    self.unnumbered = unnumbered
    scratch.clear()
    scratch.object { json in
      json.key("event")
      json.append(unnumbered.json)
      json.key("stocktake")
      json.string(stocktake)
    }
    digest = Array(SHA256.hash(data: scratch.bytes))
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    var scratch = CanonicalJSONWriter()
    try self.init(
      stocktake: try values.decode(String.self, forKey: .stocktake),
      event: try values.decode(EventRecord.self, forKey: .event), &scratch)
    isCropKept = try values.decodeIfPresent(Bool.self, forKey: .isCropKept)
  }

  func write(to payload: inout CanonicalJSONWriter) {
    payload.object { json in
      if let isCropKept {
        json.key("crop_kept")
        json.bool(isCropKept)
      }
      json.key("event")
      unnumbered.write(event.deviceSeq, to: &json)
      json.key("stocktake")
      json.string(stocktake)
    }
  }

  /// The same event under another number, which its digest doesn't depend on.
  func numbered(_ seq: Int) -> ScanRecording {
    var recording = self
    recording.event.deviceSeq = seq
    return recording
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
