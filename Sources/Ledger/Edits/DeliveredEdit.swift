/// An edit that was made on a device, perhaps a while ago.
package struct DeliveredEdit: Sendable, Equatable, Codable {
  package let clientEventID: String
  package let deviceID: String
  package let deviceSeq: Int
  /// RFC 3339, by the device's clock.
  package let occurredAt: String
  /// The asset's tag, another code of it, its number or its id.
  package let asset: String
  /// The new values by the names of their fields: `name`, `category`, `make`, `model`, `serial`,
  /// `condition`, or a custom field; an empty text takes a value away.
  package let set: [String: String]
  package let note: String?

  package init(
    clientEventID: String, deviceID: String, deviceSeq: Int, occurredAt: String, asset: String,
    set: [String: String], note: String? = nil
  ) {
    (self.clientEventID, self.deviceID, self.deviceSeq) = (clientEventID, deviceID, deviceSeq)
    (self.occurredAt, self.asset, self.set, self.note) = (occurredAt, asset, set, note)
  }

  private enum CodingKeys: String, CodingKey {
    case clientEventID = "client_event_id"
    case deviceID = "device_id"
    case deviceSeq = "device_seq"
    case occurredAt = "occurred_at"
    case asset, set, note
  }
}
