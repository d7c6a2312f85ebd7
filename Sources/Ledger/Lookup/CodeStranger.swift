import Inventory
import Storage

/// What there is to know of a code that is no asset's.
struct CodeStranger {
  /// How codes are read.
  let rules: CodeRules
  let isLocation: Bool
  let kind: UnknownCode.Class

  init(_ code: ScannedCode, _ connection: Connection) throws {
    let facts = try connection.first(
      """
      SELECT
        COALESCE((SELECT value FROM settings WHERE name = \(LedgerSetting.urlPrefix.rawValue)
          ORDER BY seq DESC LIMIT 1), ''),
        EXISTS (SELECT 1 FROM locations WHERE code = \(code.canonical.composed)),
        EXISTS (SELECT 1 FROM tag_shapes WHERE shape = \(TagShape.of(code.canonical)))
      """
    ) { (prefix: try $0.text(0), isLocation: try $0.bool(1), hasOwnShape: try $0.bool(2)) }
    rules = CodeRules(urlPrefix: facts?.prefix ?? "")
    isLocation = facts?.isLocation ?? false
    kind = .of(code, hasOwnShape: facts?.hasOwnShape ?? false, rules: rules)
  }
}
