import Inventory
import Storage

/// Which codes lead to which assets, inside a transaction.
struct CodeTable {
  let connection: Connection

  /// Adds a code; false where it leads to the asset already.
  func add(_ code: AssetCode, to asset: ObjectID) throws -> Bool {
    let key = ScannedCode(code.text, rules: CodeRules()).key.composed
    return try connection.changes(
      """
      INSERT INTO asset_codes (code_key, kind, asset_id, code)
      VALUES (\(key), \(code.kind.rawValue), \(asset.bytes), \(code.text))
      ON CONFLICT (code_key, kind, asset_id) DO NOTHING
      """) > 0
  }

  /// The assets that a code names: physical ids before product ids.
  func owners(of code: ScannedCode) throws -> [ObjectID] {
    for kind in [AssetCode.Kind.physical, .product] {
      let owners = try connection.all(
        """
        SELECT asset_id FROM asset_codes WHERE code_key = \(code.key.composed) AND kind = \(kind.rawValue)
        ORDER BY asset_id
        """
      ) { ObjectID(bytes: try $0.blob(0)) }
      if !owners.isEmpty { return owners }
    }
    return []
  }

  /// The codes of an asset beside its tag, sorted.
  func codes(of asset: ObjectID, beside tag: String) throws -> [String] {
    try connection.all(
      "SELECT code FROM asset_codes WHERE asset_id = \(asset.bytes) AND code <> \(tag) ORDER BY code"
    ) { try $0.text(0) }
  }
}
