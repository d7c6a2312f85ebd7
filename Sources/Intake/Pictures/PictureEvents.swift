import Barcodes
import Crypto
import Diagnostics
import Foundation
package import Inventory
package import Ledger
package import Scanning

/// Makes scan events of what was read in a picture.
package struct PictureEvents: Sendable {
  private let stocktake: Stocktake
  private let placing: PicturePlacing
  private let device: String
  private let counter: String
  private let rules: CodeRules
  private let locations: Set<String>

  /// - Parameter locations: codes of location labels; read in a picture they come before all else.
  package init(
    stocktake: Stocktake, placing: PicturePlacing, device: String, counter: String,
    rules: CodeRules, locations: [Location]
  ) {
    (self.stocktake, self.placing, self.device) = (stocktake, placing, device)
    (self.counter, self.rules) = (counter, rules)
    self.locations = Set(locations.map(\.code))
  }

  /// What a picture comes to.
  package struct Reading: Sendable {
    package var events: [ScanEvent] = []
    /// The crops that the events name as evidence.
    package var crops: [Crop] = []
  }

  /// The events of a picture: one for each valid symbol.
  ///
  /// Ids are hashes of what was read, so that a second run over the same pictures gives the same
  /// ids, whatever happened to file names and times.
  package func reading(_ scan: ImageScan) throws -> Reading {
    let place = try placing.location(of: scan.path)
    let time = scan.capturedAtMilliseconds.map { Int($0) } ?? Self.modificationTime(of: scan.path)
    var (ordinals, crops) = ([String: Int](), [Crop]())
    let events = scan.symbols.filter(\.valid).map { symbol in
      let crop = symbol.crop.map { Crop(png: $0.png) }
      if let crop { crops.append(crop) }
      let what = symbol.symbology.rawValue + "\u{0}" + symbol.payload
      let ordinal = ordinals[what, default: 0]
      ordinals[what] = ordinal + 1
      return ScanEvent(
        clientEventID: id(scan.sha256, what, ordinal), deviceID: device, deviceSeq: 0,
        occurredAt: time, counter: counter,
        content: .scan(
          Scan(
            code: symbol.ledgerCode, symbology: symbol.symbology.rawValue, location: place,
            evidence: evidence(of: symbol, image: scan.sha256, crop))))
    }
    return Reading(
      events: events.filter(isLocationLabel) + events.filter { !isLocationLabel($0) },
      crops: crops)
  }

  private func evidence(of symbol: ScannedSymbol, image: String, _ crop: Crop?) -> Evidence {
    func polygon(_ corners: [PixelPoint]) -> Polygon {
      Polygon(corners.map { [Double($0.x), Double($0.y)] })
    }
    return Evidence(
      image: "sha256:" + image, polygon: polygon(symbol.polygon), quality: symbol.quality,
      weak: symbol.weak, crop: crop?.hash, cropPolygon: symbol.crop.map { polygon($0.polygon) })
  }

  private func isLocationLabel(_ event: ScanEvent) -> Bool {
    guard let scan = event.scan else { return false }
    return locations.contains(ScannedCode(scan.code, rules: rules).canonical)
  }

  private func id(_ image: String, _ what: String, _ ordinal: Int) -> String {
    let parts = [stocktake.id.description, image, what, String(ordinal)]
    let digest = SHA256.hash(data: Data(parts.joined(separator: "\u{0}").utf8))
    return Hex.text(digest.prefix(16))
  }

  private static func modificationTime(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let date = attributes?[.modificationDate] as? Date ?? Date(timeIntervalSince1970: 0)
    return Int((date.timeIntervalSince1970 * 1000).rounded(.down))
  }
}

extension ScannedSymbol {
  /// What the books compare: the text, or for GS1 content what a reader sends, whose symbology
  /// identifier says that it is a message to be taken apart.
  fileprivate var ledgerCode: String { gs1.isEmpty ? text : payload }
}
