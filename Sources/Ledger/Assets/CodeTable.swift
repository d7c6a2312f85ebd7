import Inventory
import Storage

/// Which codes lead to which assets, inside a transaction.
struct CodeTable {
  let connection: Connection

  /// Adds a code that the entry `seq` says leads to the asset.
  func add(_ code: AssetCode, to asset: ObjectID, seq: Int) throws {
    try connection.execute(
      """
      INSERT INTO asset_codes (code_key, kind, asset_id, code, seq)
      VALUES (\(Self.key(of: code)), \(code.kind.rawValue), \(asset.bytes), \(code.text), \(seq))
      ON CONFLICT (code_key, kind, asset_id) DO NOTHING
      """)
  }

  /// Whether a code leads to an asset already.
  func has(_ code: AssetCode, of asset: ObjectID) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM asset_codes WHERE code_key = \(Self.key(of: code))
        AND kind = \(code.kind.rawValue) AND asset_id = \(asset.bytes)
      """
    ) { _ in true } ?? false
  }

  private static func key(of code: AssetCode) -> String {
    ScannedCode(code.text, rules: CodeRules()).key.composed
  }

  /// The assets that a code names: physical ids before product ids.
  func owners(of code: ScannedCode) throws -> [ObjectID] {
    for kind in [AssetCode.Kind.physical, .product] {
      for key in code.keys(kind) {
        let owners = try owners(of: key.composed, kind)
        if !owners.isEmpty { return owners }
      }
    }
    return []
  }

  private func owners(of key: String, _ kind: AssetCode.Kind) throws -> [ObjectID] {
    try connection.all(
      """
      SELECT asset_id FROM asset_codes WHERE code_key = \(key) AND kind = \(kind.rawValue)
      ORDER BY asset_id
      """
    ) { ObjectID(bytes: try $0.blob(0)) }
  }

  /// The codes of an asset beside its tag, sorted.
  func codes(of asset: ObjectID, beside tag: String) throws -> [String] {
    try connection.all(
      "SELECT code FROM asset_codes WHERE asset_id = \(asset.bytes) AND code <> \(tag) ORDER BY code"
    ) { try $0.text(0) }
  }
}
