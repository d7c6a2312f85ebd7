import Inventory
import Storage

/// Which codes lead to which assets, inside a transaction.
struct CodeTable {
  let connection: Connection

  /// Adds a code that the entry `seq` says leads to the asset.
  func add(_ code: AssetCode, to asset: AssetTable.Stored, seq: Int) throws {
    try connection.execute(
      """
      INSERT INTO asset_codes (code_key, kind, asset_number, code, seq)
      VALUES (\(Self.key(of: code)), \(code.kind.rawValue), \(asset.number), \(code.text), \(seq))
      ON CONFLICT (code_key, kind, asset_number) DO NOTHING
      """)
    guard !code.isTag(of: asset) else { return }
    try connection.execute(
      """
      UPDATE assets SET has_other_codes = 1
      WHERE number = \(asset.number) AND has_other_codes = 0
      """)
  }

  /// Whether a code leads to an asset already.
  func has(_ code: AssetCode, of asset: AssetTable.Stored) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM asset_codes WHERE code_key = \(Self.key(of: code))
        AND kind = \(code.kind.rawValue) AND asset_number = \(asset.number)
      """
    ) { _ in true } ?? false
  }

  /// The number of another asset that has a code of one thing; nil for none.
  func owner(of code: AssetCode, beside asset: Int) throws -> Int? {
    try owners(of: Self.key(of: code), .physical).first { $0 != asset }
  }

  static func key(of code: AssetCode) -> String {
    ScannedCode(code.text, rules: CodeRules()).key.composed
  }

  /// The numbers of the assets that a code names: physical ids before product ids.
  func owners(of code: ScannedCode) throws -> [Int] {
    for kind in [AssetCode.Kind.physical, .product] {
      for key in code.keys(kind) {
        let owners = try owners(of: key.composed, kind)
        if !owners.isEmpty { return owners }
      }
    }
    return []
  }

  private func owners(of key: String, _ kind: AssetCode.Kind) throws -> [Int] {
    try connection.all(
      """
      SELECT asset_number FROM asset_codes WHERE code_key = \(key) AND kind = \(kind.rawValue)
      ORDER BY asset_number
      """
    ) { try $0.int(0) }
  }

  /// The codes of an asset beside its tag, sorted.
  func codes(of asset: Int, tag: String) throws -> [String] {
    try connection.all(
      """
      SELECT code FROM asset_codes WHERE asset_number = \(asset) AND code <> \(tag)
      ORDER BY code
      """
    ) { try $0.text(0) }
  }
}
