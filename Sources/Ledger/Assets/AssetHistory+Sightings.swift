import GS1
import Inventory
import Storage

/// Finds the scans whose code leads to an asset, inside a transaction; assets are called by their
/// numbers.
struct AssetSightings {
  private let connection: Connection
  private let rules: CodeRules

  init(_ connection: Connection) throws {
    self.connection = connection
    rules = try connection.codeRules()
  }

  /// A scan as it is stored, and what its place depends on.
  private struct Row {
    let seq: Int
    let stocktake: ObjectID
    let deviceSeq: Int
    let sighting: AssetHistory.Sighting
  }

  func newest(
    of asset: Int, limit: Int
  ) throws -> (rows: [AssetHistory.Sighting], hasOlder: Bool) {
    var rows: [Int: Row] = [:]
    for form in try forms(of: asset) {
      for row in try scans(of: form, limit: limit + 1) { rows[row.seq] = row }
    }
    let ours = try leadingTo(asset, rows.values)
    let newest = ours.sorted { ($0.sighting.at, $0.seq) > ($1.sighting.at, $1.seq) }.prefix(limit)
    return (try newest.map(placed), ours.count > limit)
  }

  /// What a scan of the asset may begin with once its symbology identifier is taken off.
  private func forms(of asset: Int) throws -> Set<String> {
    let keys = try connection.all(
      "SELECT code_key FROM asset_codes WHERE asset_number = \(asset)"
    ) { try $0.text(0) }
    let bare = keys.flatMap(Self.writings)
    return Set(bare + (rules.urlPrefix.isEmpty ? [] : bare.map { rules.urlPrefix + $0 }))
  }

  /// A GTIN is kept with 14 digits and scanned with as many as its symbology has.
  private static func writings(of key: String) -> [String] {
    guard key.utf8.count == 14, GTIN.isGTIN(key) else { return [key] }
    return GTIN.lengths.compactMap { length in
      key.prefix(14 - length).allSatisfy { $0 == "0" } ? String(key.suffix(length)) : nil
    }
  }

  /// Leaves out scans of codes that several assets have: they prove nothing of one.
  private func leadingTo(_ asset: Int, _ rows: some Sequence<Row>) throws -> [Row] {
    let table = CodeTable(connection: connection)
    var verdicts: [String: Bool] = [:]
    return try rows.filter { row in
      let code = row.sighting.code
      if let verdict = verdicts[code] { return verdict }
      let verdict = try table.owners(of: ScannedCode(code, rules: rules)) == [asset]
      verdicts[code] = verdict
      return verdict
    }
  }
}

// MARK: Reading

extension AssetSightings {
  /// The text of the index `scan_events_by_code`.
  private static let bareCode: StaticString = """
    (CASE WHEN SUBSTR(e.code, 1, 1) = ']' THEN SUBSTR(e.code, 4) ELSE e.code END)
    """

  /// The newest scans of a form, also with the line end that some scanners send: up to, not
  /// including, what continues the form with anything above a carriage return.
  private func scans(of form: String, limit: Int) throws -> [Row] {
    try connection.all(
      """
      SELECT e.client_event_id, e.code, e.symbology, e.occurred_at, e.device_id, e.counter, l.code,
        s.number, s.name, CASE WHEN EXISTS (
          SELECT 1 FROM scan_events v WHERE v.void_target = e.client_event_id AND v.kind = 'void'
            AND v.stocktake_id = e.stocktake_id) THEN 1 ELSE 0 END,
        e.crop, e.crop_polygon, SUBSTR(c.png, 1, 24), e.seq, e.stocktake_id, e.device_seq
      FROM scan_events e JOIN stocktakes s ON s.id = e.stocktake_id
        LEFT JOIN locations l ON l.id = e.location_id LEFT JOIN crops c ON c.hash = e.crop
      WHERE e.kind = 'scan' AND \(raw: Self.bareCode) >= \(form)
        AND \(raw: Self.bareCode) < \(form + "\u{0E}")
      ORDER BY e.occurred_at DESC, e.seq DESC LIMIT \(limit)
      """
    ) { row in
      Row(
        seq: try row.int(13), stocktake: ObjectID(bytes: try row.blob(14)),
        deviceSeq: try row.int(15), sighting: try Self.sighting(row))
    }
  }

  private static func sighting(_ row: SQLRow) throws -> AssetHistory.Sighting {
    AssetHistory.Sighting(
      event: try row.text(0), code: try row.text(1), symbology: try row.optionalText(2),
      at: try row.int(3), device: try row.text(4), counter: try row.optionalText(5),
      location: try row.optionalText(6),
      stocktake: AssetHistory.StocktakeName(number: try row.int(7), name: try row.text(8)),
      isVoided: try row.bool(9), crop: try crop(row))
  }

  private static func crop(_ row: SQLRow) throws -> CropView? {
    guard let hash = try row.optionalText(10), let header = try row.optionalBlob(12) else {
      return nil
    }
    return CropView(
      hash: hash, pngHeader: header,
      outline: try row.optionalText(11).map { Polygon(column: $0).corners } ?? [])
  }

  /// With its place, as `ScanPlaces` says it: the scan's own, else what the device said last
  /// before, else the only location of the scope.
  private func placed(_ row: Row) throws -> AssetHistory.Sighting {
    let found = row.sighting
    guard found.location == nil else { return found }
    return AssetHistory.Sighting(
      event: found.event, code: found.code, symbology: found.symbology, at: found.at,
      device: found.device, counter: found.counter,
      location: try statement(before: row) ?? onlyLocation(of: row.stocktake),
      stocktake: found.stocktake, isVoided: found.isVoided, crop: found.crop)
  }

  private func statement(before row: Row) throws -> String? {
    try connection.first(
      """
      SELECT l.code FROM scan_events e JOIN locations l ON l.id = e.location_id
      WHERE e.device_id = \(row.sighting.device) AND e.device_seq < \(row.deviceSeq)
        AND e.stocktake_id = \(row.stocktake.bytes) AND e.kind = 'location' AND NOT EXISTS (
          SELECT 1 FROM scan_events v WHERE v.void_target = e.client_event_id AND v.kind = 'void'
            AND v.stocktake_id = e.stocktake_id)
      ORDER BY e.device_seq DESC, e.occurred_at DESC, e.client_event_id DESC LIMIT 1
      """
    ) { try $0.text(0) }
  }

  private func onlyLocation(of stocktake: ObjectID) throws -> String? {
    let scope = try connection.all(
      """
      SELECT l.code FROM stocktake_scope s JOIN locations l ON l.id = s.location_id
      WHERE s.stocktake_id = \(stocktake.bytes) LIMIT 2
      """
    ) { try $0.text(0) }
    return scope.count == 1 ? scope[0] : nil
  }
}
