import GS1
import Inventory
import Storage

/// The assets that a code names, with all that the books say of them.
///
/// They come from one statement: asking table after table costs more in coming and going than in
/// finding.
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

  /// For most assets the condition of the last join is NULL, and nothing is searched for.
  private init(of key: String, _ connection: Connection) throws {
    var owned: [Owned] = []
    try connection.forEach(
      """
      SELECT
        c.kind, a.id, a.number, a.tag, a.name, a.category, a.make, a.model, a.serial, a.status,
        l.code, a.custodian, o.code, a.condition, a.due, a.verified_at, a.version, a.has_fields
      FROM asset_codes c JOIN assets a ON a.number = c.asset_number
        LEFT JOIN locations l ON l.id = a.location_id
        LEFT JOIN asset_codes o
          ON o.asset_number = CASE WHEN a.has_other_codes = 1 THEN a.number END AND o.code <> a.tag
      WHERE c.code_key = \(key)
      """
    ) { row in
      try Owned.take(row, into: &owned)
    }
    for index in owned.indices where owned[index].hasFields {
      owned[index].asset.fields = try FieldValueTable(connection: connection).values(
        of: owned[index].asset.number)
    }
    isPhysical = owned.contains { $0.kind == .physical }
    for owner in owned where !isPhysical || owner.kind == .physical { assets.append(owner.asset) }
    if assets.count > 1 { assets.sort { $0.tag.isBefore($1.tag) } }
  }
}

/// An asset while its rows come in: one for each other code of it, or one alone.
private struct Owned {
  let kind: AssetCode.Kind
  let hasFields: Bool
  var asset: AssetDetails

  /// Takes a row: of the asset before it, or of the next one.
  static func take(_ row: SQLRow, into owned: inout [Owned]) throws {
    let (kind, number) = (try row.codeKind(0), try row.int(2))
    let isNext = owned.last.map { $0.asset.number == number && $0.kind == kind } ?? false
    if !isNext { owned.append(try Owned(row, kind, number)) }
    if let other = try row.optionalText(12) { owned[owned.count - 1].asset.add(code: other) }
  }

  private init(_ row: SQLRow, _ kind: AssetCode.Kind, _ number: Int) throws {
    self.kind = kind
    hasFields = try row.bool(17)
    let condition = try row.text(13)
    asset = AssetDetails(
      id: ObjectID(bytes: try row.blob(1)).description, number: number, tag: try row.text(3),
      name: try row.text(4), category: try row.text(5), make: try row.text(6),
      model: try row.text(7), serial: try row.text(8), status: try row.status(9),
      location: try row.optionalText(10), custodian: try row.text(11), codes: [],
      condition: condition.isEmpty ? nil : condition, due: try row.optionalText(14),
      verifiedAt: try row.optionalInt(15).map(Timestamp.text), version: try row.int(16),
      fields: nil)
  }
}

extension AssetDetails {
  /// Keeps the codes in order.
  fileprivate mutating func add(code: String) {
    codes.insert(code, at: codes.firstIndex { code.isBefore($0) } ?? codes.endIndex)
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
