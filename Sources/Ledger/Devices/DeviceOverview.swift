import Inventory
import Storage

/// What the ledger has of a device that records events or edits.
package struct DeviceOverview: Sendable, Equatable, Codable {
  package let device: String
  package let events: Int
  /// The highest number that the device gave an event.
  package let lastSeq: Int
  /// When the ledger took its last event (RFC 3339).
  package let lastSeen: String
  /// How many numbers between the lowest and the highest never came.
  package let missing: Int
  /// Which; the first hundred gaps.
  package let gaps: [Gap]
  /// Events that happened later than they can have, by the ledger's clock.
  package let clockSuspect: Int

  /// Numbers that never came, all of them from the first to the last.
  package struct Gap: Sendable, Equatable, Codable {
    package let first: Int
    package let last: Int
  }

  private enum CodingKeys: String, CodingKey {
    case device, events, missing, gaps
    case lastSeq = "last_seq"
    case lastSeen = "last_seen"
    case clockSuspect = "clock_suspect"
  }
}

extension LedgerStore {
  /// The devices that recorded events or edits, by their ids.
  ///
  /// A gap is no fault: the events may be on their way, or lost with a battery.
  package func devices() throws -> [DeviceOverview] {
    try database.read { connection in
      let gaps = try connection.gapsOfDevices()
      return try connection.all(
        """
        SELECT device_id, COUNT(*), MAX(device_seq), MAX(recorded_at), SUM(clock_suspect)
        FROM (
          SELECT device_id, device_seq, recorded_at, clock_suspect FROM scan_events
          UNION ALL
          SELECT device_id, device_seq, recorded_at, clock_suspect FROM asset_edits) taken
        GROUP BY device_id ORDER BY device_id
        """
      ) { row in
        let device = try row.text(0)
        return DeviceOverview(
          device: device, events: try row.int(1), lastSeq: try row.int(2),
          lastSeen: Timestamp.text(try row.int(3)), missing: gaps[device]?.missing ?? 0,
          gaps: gaps[device]?.first ?? [], clockSuspect: try row.int(4))
      }
    }
  }
}

/// The gaps of one device.
private struct DeviceGaps {
  var missing = 0
  var first: [DeviceOverview.Gap] = []

  /// A device that counts in millions would have nothing but gaps.
  private static let limit = 100

  mutating func add(after previous: Int, before next: Int) {
    missing += next - previous - 1
    if first.count < Self.limit { first.append(.init(first: previous + 1, last: next - 1)) }
  }
}

extension Connection {
  fileprivate func gapsOfDevices() throws -> [String: DeviceGaps] {
    var gaps: [String: DeviceGaps] = [:]
    try forEach(
      """
      SELECT device_id, previous, device_seq FROM (
        SELECT device_id, device_seq,
          LAG(device_seq) OVER (PARTITION BY device_id ORDER BY device_seq) AS previous
        FROM (
          SELECT device_id, device_seq FROM scan_events
          UNION ALL SELECT device_id, device_seq FROM asset_edits) taken) numbered
      WHERE device_seq - previous > 1 ORDER BY device_id, device_seq
      """
    ) { row in
      gaps[try row.text(0), default: DeviceGaps()].add(
        after: try row.int(1), before: try row.int(2))
    }
    return gaps
  }
}
