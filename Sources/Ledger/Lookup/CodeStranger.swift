import Inventory
import Storage

/// What there is to know of a code that is no asset's.
struct CodeStranger {
  let isLocation: Bool
  let kind: UnknownCode.Class
  /// The label of ours that has the code.
  let label: IssuedLabel?

  init(_ code: ScannedCode, _ rules: CodeRules, _ connection: Connection) throws {
    let facts = try connection.first(
      """
      SELECT
        EXISTS (SELECT 1 FROM locations WHERE code = \(code.canonical.composed)),
        EXISTS (SELECT 1 FROM tag_shapes WHERE shape = \(TagShape.of(code.canonical)))
      """
    ) { (isLocation: try $0.bool(0), hasOwnShape: try $0.bool(1)) }
    isLocation = facts?.isLocation ?? false
    label = try connection.issuedLabel(of: code)
    kind = .of(
      code, isIssued: label != nil, hasOwnShape: facts?.hasOwnShape ?? false, rules: rules)
  }
}
