import Inventory
import Storage

/// What became of an asset, line by line, as a person would tell it.
package struct AssetStory: Sendable, Equatable {
  /// Oldest first.
  package let lines: [Line]
  /// Whether older sightings were left out.
  package let hasOlder: Bool

  /// One thing that happened.
  package struct Line: Sendable, Equatable, Codable {
    /// RFC 3339; of a sighting and of an edit from a device by the device's clock.
    package let at: String
    /// The kind of the entry, like `asset.moved`.
    package let kind: String
    /// The entry's number.
    package let seq: Int?
    /// Who; of a sighting the counter.
    package let by: String
    package let device: String?
    /// What happened: “moved it from HQ/1 to HQ/2”.
    package let text: String
    /// What the line changed, field by field.
    package let changes: [FieldChange]
    package let note: String?
  }

  /// A field before and after; empty for nothing.
  package struct FieldChange: Sendable, Equatable, Codable {
    package let field: String
    package let from: String
    package let to: String
  }
}

extension LedgerStore {
  /// What became of an asset: all entries about it, and the newest sightings of its codes.
  ///
  /// - Parameter sightings: how many sightings at most.
  package func story(of asset: AssetDetails, sightings: Int = 1000) throws -> AssetStory {
    try database.read { connection in
      var teller = try AssetStoryTeller(connection, asset: asset.number)
      try connection.forEachEntry(about: asset.number) { try teller.take($0) }
      let seen = try AssetSightings(connection).newest(of: asset.number, limit: sightings)
      let issued = try connection.labelsIssued(for: asset.number)
      let lines = teller.lines + issued + seen.rows.map(AssetStory.Line.init)
      return AssetStory(
        lines: lines.enumerated().sorted {
          ($0.element.at, $0.element.seq ?? 0, $0.offset)
            < ($1.element.at, $1.element.seq ?? 0, $1.offset)
        }.map(\.element),
        hasOlder: seen.hasOlder)
    }
  }
}

/// An entry about an asset, with the head that says when and who.
struct AssetEntry {
  let seq: Int
  let at: Int
  let kind: String
  let by: Principal
  let payload: String
}

extension Connection {
  /// In the order of the log, the one that made the asset first.
  fileprivate func forEachEntry(about asset: Int, _ body: (AssetEntry) throws -> Void) throws {
    try forEach(
      """
      SELECT n.seq, n.recorded_at, n.kind, n.principal, n.payload FROM entries n
      WHERE n.seq IN (SELECT seq FROM asset_changes WHERE asset_number = \(asset))
        OR n.seq = (SELECT MIN(seq) FROM asset_history WHERE asset_number = \(asset))
      ORDER BY n.seq
      """
    ) { row in
      try body(
        AssetEntry(
          seq: try row.int(0), at: try row.int(1), kind: try row.text(2),
          by: try CanonicalJSON.value(Principal.self, row.text(3)), payload: try row.text(4)))
    }
  }

  /// The labels that were issued with a code of the asset.
  fileprivate func labelsIssued(for asset: Int) throws -> [AssetStory.Line] {
    try all(
      """
      SELECT l.seq, n.recorded_at, n.kind, n.principal, l.template, l.copies
      FROM issued_labels l JOIN asset_codes c ON c.code_key = l.code_key AND c.kind = 'physical'
        JOIN entries n ON n.seq = l.seq
      WHERE c.asset_number = \(asset) ORDER BY l.seq
      """
    ) { row in
      let copies = try row.int(5)
      let by = try CanonicalJSON.value(Principal.self, row.text(3))
      return AssetStory.Line(
        at: Timestamp.text(try row.int(1)), kind: try row.text(2), seq: try row.int(0),
        by: by.name, device: by.device,
        text: copies == 1
          ? "issued a label for it (\(try row.text(4)))"
          : "issued \(copies) labels for it (\(try row.text(4)))",
        changes: [], note: nil)
    }
  }
}

extension AssetStory.Line {
  /// A scan that led to the asset.
  fileprivate init(_ seen: AssetHistory.Sighting) {
    (at, kind, seq) = (Timestamp.text(seen.at), EntryKind.scanRecorded.rawValue, nil)
    (by, device, changes, note) = (seen.counter ?? seen.device, seen.device, [], nil)
    let place = seen.location.map { "in \($0)" } ?? "somewhere"
    text =
      "saw it \(place) (stocktake \(seen.stocktake.number) “\(seen.stocktake.name)”)"
      + (seen.isVoided ? ", which doesn’t count" : "")
  }
}
