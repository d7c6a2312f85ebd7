import GS1
import Inventory
import Storage

/// The assets that a code names, with all that the books say of them.
///
/// What all assets have comes from one statement: asking table after table costs more in coming and
/// going than in finding.
struct CodeOwners {
  /// By tag: those on which the code is, else those of the kind that it names.
  private(set) var assets: [AssetDetails] = []
  /// Whether the code is on these assets.
  private var isPhysical = false

  /// Asks for a code as it mostly is kept, without our URL prefix, and with it where that finds
  /// nobody.
  static func find(_ code: ScannedCode, _ connection: Connection) throws -> CodeOwners {
    var found = CodeOwners()
    for key in code.keys(.physical) {
      let owners = try CodeOwners(of: key.composed, connection)
      if owners.isPhysical { return owners }
      if found.assets.isEmpty, code.keys(.product).contains(key) { found = owners }
    }
    if found.assets.isEmpty, code.isOfGS1 { try found.find(pieceOf: code, connection) }
    return found
  }

  /// The pieces of a product whose serial number in the books is the one that a GS1 message tells.
  private mutating func find(pieceOf code: ScannedCode, _ connection: Connection) throws {
    let message = GS1Code.message(code.canonical, identifier: code.identifier)
    guard let message, message.isValid, let gtin = message["01"], let serial = message["21"] else {
      return
    }
    assets = try CodeOwners(of: gtin, connection).assets.filter { $0.serial == serial }
  }

  private init() {}

  /// What is asked about a form of a code.
  static func question(_ key: String) -> SQLQuery {
    """
    SELECT
      c.kind, a.id, a.number, a.tag, a.name, a.category, a.make, a.model, a.serial, a.status,
      l.code, a.custodian, a.condition, a.due, a.verified_at, a.version, a.has_other_codes,
      a.has_fields
    FROM asset_codes c JOIN assets a ON a.number = c.asset_number
      LEFT JOIN locations l ON l.id = a.location_id
    WHERE c.code_key = \(key)
    """
  }

  /// Most assets have no code but their tag and no fields of their owner, and nothing more is asked.
  private init(of key: String, _ connection: Connection) throws {
    var owned = try connection.all(Self.question(key)) { try Owned($0) }
    for index in owned.indices { try owned[index].complete(connection) }
    isPhysical = owned.contains { $0.kind == .physical }
    for owner in owned where !isPhysical || owner.kind == .physical { assets.append(owner.asset) }
    if assets.count > 1 { assets.sort { $0.tag.isBefore($1.tag) } }
  }
}

/// An asset, and whether there is more to ask of it.
private struct Owned {
  let kind: AssetCode.Kind
  var asset: AssetDetails
  private let hasOtherCodes: Bool
  private let hasFields: Bool

  init(_ row: SQLRow) throws {
    kind = try row.codeKind(0)
    let condition = try row.text(12)
    asset = AssetDetails(
      id: ObjectID(bytes: try row.blob(1)).description, number: try row.int(2),
      tag: try row.text(3), name: try row.text(4), category: try row.text(5), make: try row.text(6),
      model: try row.text(7), serial: try row.text(8), status: try row.status(9),
      location: try row.optionalText(10), custodian: try row.text(11), codes: [],
      condition: condition.isEmpty ? nil : condition, due: try row.optionalText(13),
      verifiedAt: try row.optionalInt(14).map(Timestamp.text), version: try row.int(15),
      fields: nil)
    hasOtherCodes = try row.bool(16)
    hasFields = try row.bool(17)
  }

  /// Asks for what few assets have.
  mutating func complete(_ connection: Connection) throws {
    if hasOtherCodes {
      asset.codes = try CodeTable(connection: connection).codes(of: asset.number, tag: asset.tag)
    }
    if hasFields {
      asset.fields = try FieldValueTable(connection: connection).values(of: asset.number)
    }
  }
}

extension SQLRow {
  /// A kind of code; the schema lets no other text in.
  fileprivate func codeKind(_ column: Int) throws -> AssetCode.Kind {
    guard let kind = AssetCode.Kind(rawValue: try text(column)) else {
      throw LedgerFault(code: "ledger.damaged", message: "A code has no known kind.")
    }
    return kind
  }
}
