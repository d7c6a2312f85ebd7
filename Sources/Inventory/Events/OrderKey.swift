/// The order of events: it travels with them, so arrival decides nothing.
///
/// Texts compare by their bytes, as both database engines are told to.
package struct OrderKey: Sendable, Comparable {
  package let occurredAt: Int
  package let deviceID: String
  package let deviceSeq: Int
  package let clientEventID: String

  /// - Parameter occurredAt: milliseconds.
  package init(occurredAt: Int, deviceID: String, deviceSeq: Int, clientEventID: String) {
    (self.occurredAt, self.deviceID) = (occurredAt, deviceID)
    (self.deviceSeq, self.clientEventID) = (deviceSeq, clientEventID)
  }

  package static func < (a: OrderKey, b: OrderKey) -> Bool {
    if a.occurredAt != b.occurredAt { return a.occurredAt < b.occurredAt }
    if a.deviceID != b.deviceID { return a.deviceID.isBefore(b.deviceID) }
    if a.deviceSeq != b.deviceSeq { return a.deviceSeq < b.deviceSeq }
    return a.clientEventID.isBefore(b.clientEventID)
  }
}

extension OrderKey {
  /// Whether the device's clock was further ahead of the ledger's than clocks may be; the order stays
  /// the event's own.
  ///
  /// - Parameter time: when the ledger recorded it, in milliseconds.
  package func isSuspect(recordedAt time: Int) -> Bool {
    DeviceClock.isSuspect(occurredAt, recordedAt: time)
  }
}

extension ScanEvent {
  package var orderKey: OrderKey {
    OrderKey(
      occurredAt: occurredAt, deviceID: deviceID, deviceSeq: deviceSeq,
      clientEventID: clientEventID)
  }
}

extension String {
  /// Whether the UTF-8 bytes of this text come before those of another.
  package func isBefore(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension Sequence<String> {
  /// Sorted by the bytes of UTF-8.
  package func sortedByBytes() -> [String] { sorted { $0.isBefore($1) } }
}
