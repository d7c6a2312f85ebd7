/// One thing that a device reported during a stocktake.
///
/// The wire shape is described in `docs/STOCKTAKE.md`; times are milliseconds.
package struct ScanEvent: Sendable, Equatable {
  /// Made by the device; the same event delivered twice carries the same id.
  package let clientEventID: String
  package let deviceID: String
  /// Counts up on the device.
  package let deviceSeq: Int
  /// When it happened, by the device's clock.
  package let occurredAt: Int
  /// The counting round, from 1.
  package let round: Int
  /// Who counted.
  package let counter: String?
  package let content: Content
  /// When the ledger took it, by the ledger's clock; nil where nothing recorded it.
  package var recordedAt: Int?

  package enum Content: Sendable, Equatable {
    /// A code was read.
    case scan(Scan)
    /// The next scans of this device are in this location.
    case location(String?)
    /// The location was counted completely.
    case done(String?)
    /// Another event, by its id, doesn't count.
    case void(String)
  }

  package init(
    clientEventID: String, deviceID: String, deviceSeq: Int, occurredAt: Int, round: Int = 1,
    counter: String? = nil, content: Content, recordedAt: Int? = nil
  ) {
    (self.clientEventID, self.deviceID, self.deviceSeq) = (clientEventID, deviceID, deviceSeq)
    (self.occurredAt, self.round, self.counter) = (occurredAt, round, counter)
    (self.content, self.recordedAt) = (content, recordedAt)
  }
}

/// A code that was read, and what proves it.
package struct Scan: Sendable, Equatable {
  /// As it was read, before anything is stripped from it.
  package let code: String
  /// By the name of the symbology table; nil where it was typed.
  package let symbology: String?
  /// Where the scan itself says that it was made.
  package let location: String?
  /// An exact decimal, as text; nil is “not said”, which is not zero.
  package let quantity: String?
  /// Nil for a manual entry.
  package let evidence: Evidence?

  package init(
    code: String, symbology: String? = nil, location: String? = nil, quantity: String? = nil,
    evidence: Evidence? = nil
  ) {
    (self.code, self.symbology, self.location) = (code, symbology, location)
    (self.quantity, self.evidence) = (quantity, evidence)
  }
}

/// The picture that a code was read from.
///
/// It never changes, so it is a class: an event carries it as one pointer, where as many have none.
package final class Evidence: Sendable, Codable {
  /// The picture, by its hash (`sha256…`).
  package let image: String?
  /// The symbol's outline in the picture as displayed.
  package let polygon: Polygon?
  /// How many readings agreed.
  package let quality: Int?
  /// Accepted by agreement only.
  package let weak: Bool?
  /// The picture around the symbol, by its hash (`sha256…`), where the ledger keeps one.
  package let crop: String?
  /// The outline once more, in pixels of the crop.
  package let cropPolygon: Polygon?

  package init(
    image: String?, polygon: Polygon?, quality: Int?, weak: Bool?, crop: String? = nil,
    cropPolygon: Polygon? = nil
  ) {
    (self.image, self.polygon, self.quality, self.weak) = (image, polygon, quality, weak)
    (self.crop, self.cropPolygon) = (crop, cropPolygon)
  }

  private enum CodingKeys: String, CodingKey {
    case image, polygon, quality, weak, crop
    case cropPolygon = "crop_polygon"
  }
}

extension Evidence: Equatable {
  package static func == (a: Evidence, b: Evidence) -> Bool {
    a.image == b.image && a.polygon == b.polygon && a.quality == b.quality && a.weak == b.weak
      && a.crop == b.crop && a.cropPolygon == b.cropPolygon
  }
}

extension ScanEvent {
  /// The scan, where the event is one.
  package var scan: Scan? {
    guard case .scan(let scan) = content else { return nil }
    return scan
  }
}
