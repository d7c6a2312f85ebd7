import Diagnostics
import Inventory
import Storage

extension LedgerStore {
  /// Hands out every asset, by tag.
  package func forEachAsset(_ body: (AssetDetails) throws -> Void) throws {
    try database.read { connection in
      var reader = AssetReader(connection)
      try AssetTable(connection: connection).forEach { try body(reader.details(of: $0)) }
    }
  }

  /// The asset that a tag, a number, an id or a code names.
  ///
  /// - Throws: `LedgerFault` `asset.unknown` or `asset.ambiguous`.
  package func asset(named name: String) throws -> AssetDetails {
    try database.read { connection in
      var reader = AssetReader(connection)
      return try reader.details(of: AssetTable(connection: connection).named(name))
    }
  }
}

extension AssetTable {
  /// The asset that a tag, a number, an id or a code names.
  func named(_ name: String) throws -> Stored {
    if let asset = try find(tag: name) { return asset }
    let owners = try CodeTable(connection: connection).owners(
      of: ScannedCode(name, rules: try connection.codeRules()))
    if owners.count > 1 { throw LedgerFault.ambiguousAsset(name, count: owners.count) }
    let byCode = try owners.first.flatMap { try find(number: $0) }
    let byID = try ObjectID(name).flatMap { try find(id: $0) }
    // A number is a number only as it is printed: 003 is a code, not asset 3.
    let byNumber = try Int(name).flatMap { number in
      String(number) == name ? try find(number: number) : nil
    }
    guard let asset = byCode ?? byID ?? byNumber else { throw LedgerFault.unknownAsset(name) }
    return asset
  }
}

/// Makes details of rows; reads only the locations that it meets, each once.
struct AssetReader {
  private let connection: Connection
  private var locations: [ObjectID: String] = [:]

  init(_ connection: Connection) { self.connection = connection }

  mutating func details(of asset: AssetTable.Stored) throws -> AssetDetails {
    AssetDetails(
      id: asset.id.description, number: asset.number, tag: asset.tag, name: asset.name,
      category: asset.category, make: asset.make, model: asset.model, serial: asset.serial,
      status: asset.status, location: try asset.location.flatMap { try code(of: $0) },
      custodian: asset.custodian,
      codes: try CodeTable(connection: connection).codes(of: asset.number, tag: asset.tag),
      condition: asset.condition.isEmpty ? nil : asset.condition, due: asset.due,
      verifiedAt: asset.verifiedAt.map(Timestamp.text), version: asset.version,
      fields: asset.hasFields
        ? try FieldValueTable(connection: connection).values(of: asset.number) : nil)
  }

  private mutating func code(of location: ObjectID) throws -> String? {
    if let known = locations[location] { return known }
    let code = try LocationTable(connection: connection).code(of: location)
    locations[location] = code
    return code
  }
}

extension LedgerFault {
  static func unknownAsset(_ name: String) -> LedgerFault {
    LedgerFault(
      code: "asset.unknown",
      message: "There is no asset with the tag, code, number or id \(SafeText.quoted(name)).")
  }

  static func ambiguousAsset(_ name: String, count: Int) -> LedgerFault {
    LedgerFault(
      code: "asset.ambiguous",
      message:
        "\(SafeText.quoted(name)) names \(count) assets; give a tag. tally lookup lists them.")
  }
}
