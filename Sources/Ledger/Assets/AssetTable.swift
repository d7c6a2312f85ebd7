import Inventory
import Storage

/// The assets as they stand, inside a transaction.
struct AssetTable {
  let connection: Connection

  /// An asset's row.
  struct Stored: Equatable {
    var id: ObjectID
    var number: Int
    var tag: String
    var name: String
    var category: String
    var make: String
    var model: String
    var serial: String
    var status: AssetStatus
    var location: ObjectID?
    var custodian: String
    var condition = ""
    /// The day on which the custodian gives it back; nil for none.
    var due: String?
    /// The entry that gave the asset to its custodian; nil where no entry says that it was given.
    var custodySeq: Int?
    /// When somebody last said that it is there, in milliseconds.
    var verifiedAt: Int?
    /// 1 for a new asset, one more with each change.
    var version = 1
    var hasFields = false
  }

  static let columns: StaticString = """
    id, number, tag, name, category, make, model, serial, status, location_id, custodian, \
    condition, due, custody_seq, verified_at, version, has_fields
    """

  func find(tag: String) throws -> Stored? {
    try connection.first(
      "SELECT \(raw: Self.columns) FROM assets WHERE tag = \(tag.composed)", Self.stored)
  }

  /// The assets of some tags, by tag; nil for those that there are none of.
  func find(tags: [String]) throws -> [String: Stored?] {
    var found: [String: Stored?] = [:]
    for tag in tags { found.updateValue(nil, forKey: tag.composed) }
    try tags.map(\.composed).inGroups { group in
      let query: SQLQuery = """
        SELECT \(raw: Self.columns) FROM assets WHERE tag IN (\(list: group))
        """
      for asset in try connection.all(query, Self.stored) { found[asset.tag] = asset }
    }
    return found
  }

  func find(id: ObjectID) throws -> Stored? {
    try connection.first(
      "SELECT \(raw: Self.columns) FROM assets WHERE id = \(id.bytes)", Self.stored)
  }

  func find(number: Int) throws -> Stored? {
    try connection.first(
      "SELECT \(raw: Self.columns) FROM assets WHERE number = \(number)", Self.stored)
  }

  /// Every asset, by tag.
  func forEach(_ body: (Stored) throws -> Void) throws {
    try connection.forEach("SELECT \(raw: Self.columns) FROM assets ORDER BY tag") {
      try body(Self.stored($0))
    }
  }

  static func stored(_ row: SQLRow) throws -> Stored {
    Stored(
      id: ObjectID(bytes: try row.blob(0)), number: try row.int(1), tag: try row.text(2),
      name: try row.text(3), category: try row.text(4), make: try row.text(5),
      model: try row.text(6), serial: try row.text(7), status: try row.status(8),
      location: try row.optionalBlob(9).map(ObjectID.init(bytes:)), custodian: try row.text(10),
      condition: try row.text(11), due: try row.optionalText(12),
      custodySeq: try row.optionalInt(13), verifiedAt: try row.optionalInt(14),
      version: try row.int(15), hasFields: try row.bool(16))
  }

  func update(_ asset: Stored) throws {
    try connection.execute(
      """
      UPDATE assets SET name = \(asset.name), category = \(asset.category), make = \(asset.make),
        model = \(asset.model), serial = \(asset.serial), status = \(asset.status.rawValue),
        location_id = \(asset.location?.bytes), custodian = \(asset.custodian),
        condition = \(asset.condition), due = \(asset.due), custody_seq = \(asset.custodySeq),
        verified_at = \(asset.verifiedAt), version = \(asset.version),
        has_fields = \(asset.hasFields)
      WHERE number = \(asset.number)
      """)
    try AssetWords(connection: connection).keep(asset)
  }

  func nextNumber() throws -> Int {
    try connection.first("SELECT COALESCE(MAX(number), 0) + 1 FROM assets") { try $0.int(0) } ?? 1
  }

  /// Keeps that an entry other than its creation is about an asset.
  func keepChange(of asset: Stored, seq: Int) throws {
    try connection.execute(
      "INSERT INTO asset_changes (asset_number, seq) VALUES (\(asset.number), \(seq))")
  }

  /// Keeps what the books say of an asset from an entry on.
  func keepHistory(_ asset: Stored, seq: Int, at time: Int) throws {
    try connection.execute(
      """
      INSERT INTO asset_history (asset_number, seq, at, location_id, status)
      VALUES (\(asset.number), \(seq), \(time), \(asset.location?.bytes),
        \(asset.status.rawValue))
      """)
  }
}

extension SQLRow {
  /// A status column; the schema lets no other text in.
  func status(_ column: Int) throws -> AssetStatus {
    guard let status = AssetStatus(rawValue: try text(column)) else {
      throw LedgerFault(code: "ledger.damaged", message: "An asset has no known status.")
    }
    return status
  }
}
