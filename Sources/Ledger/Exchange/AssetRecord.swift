package import Inventory
import Storage

/// An asset with all that an import takes of it.
package struct AssetRecord: Sendable, Equatable {
  package let details: AssetDetails
  /// Codes beside the tag, by their bytes.
  package let codes: [AssetCode]

  /// The texts of the codes of a kind.
  package func codes(_ kind: AssetCode.Kind) -> [String] {
    codes.filter { $0.kind == kind }.map(\.text)
  }
}

/// Reads assets as an import takes them, inside a transaction.
struct AssetRecordReader {
  private let connection: Connection
  private var reader: AssetReader

  /// Assets whose codes are read by one statement.
  private static let page = 1000

  init(_ connection: Connection) {
    (self.connection, reader) = (connection, AssetReader(connection))
  }

  /// The asset of a tag; nil where there is none.
  mutating func record(tag: String) throws -> AssetRecord? {
    guard let stored = try AssetTable(connection: connection).find(tag: tag) else { return nil }
    let codes = try codes(from: stored.tag, to: stored.tag)[stored.number] ?? []
    return AssetRecord(details: try reader.details(of: stored), codes: codes)
  }

  /// Every asset, by tag; memory doesn't grow with their number.
  mutating func forEach(_ body: (AssetRecord) throws -> Void) throws {
    var last = ""
    while true {
      let assets = try page(after: last)
      guard let first = assets.first, let end = assets.last else { return }
      let codes = try codes(from: first.tag, to: end.tag)
      for asset in assets {
        try body(
          AssetRecord(
            details: try reader.details(of: asset), codes: codes[asset.number] ?? []))
      }
      last = end.tag
    }
  }

  private func page(after tag: String) throws -> [AssetTable.Stored] {
    try connection.all(
      """
      SELECT \(raw: AssetTable.columns) FROM assets WHERE tag > \(tag) ORDER BY tag
      LIMIT \(Self.page)
      """, AssetTable.stored)
  }

  /// The codes of assets by the assets' numbers.
  private func codes(from first: String, to last: String) throws -> [Int: [AssetCode]] {
    var codes: [Int: [AssetCode]] = [:]
    try connection.forEach(
      """
      SELECT c.asset_number, c.kind, c.code FROM assets a
        JOIN asset_codes c ON c.asset_number = a.number
      WHERE a.tag >= \(first) AND a.tag <= \(last)
        AND (c.kind <> 'physical' OR c.code <> a.tag)
      ORDER BY c.asset_number, c.code, c.kind
      """
    ) { codes[try $0.int(0), default: []].append(try Self.code($0)) }
    return codes
  }

  /// How many codes one asset has at most, counted in groups that the caller makes.
  func mostCodes<Group: Hashable>(by group: (AssetCode) -> Group) throws -> [Group: Int] {
    var (most, counts, number) = ([Group: Int](), [Group: Int](), 0)
    try connection.forEach(
      """
      SELECT c.asset_number, c.kind, c.code FROM asset_codes c
        JOIN assets a ON a.number = c.asset_number
      WHERE c.kind <> 'physical' OR c.code <> a.tag ORDER BY c.asset_number
      """
    ) { row in
      if try row.int(0) != number { (number, counts) = (try row.int(0), [:]) }
      let group = group(try Self.code(row))
      counts[group, default: 0] += 1
      most[group] = max(most[group] ?? 0, counts[group] ?? 0)
    }
    return most
  }

  private static func code(_ row: SQLRow) throws -> AssetCode {
    guard let kind = AssetCode.Kind(rawValue: try row.text(1)) else {
      throw LedgerFault(code: "ledger.damaged", message: "A code is of no known kind.")
    }
    return AssetCode(try row.text(2), kind: kind)
  }
}
