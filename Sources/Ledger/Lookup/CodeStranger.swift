import Inventory
import Storage

/// What there is to know of a code that is no asset's.
struct CodeStranger {
  let isLocation: Bool
  let kind: UnknownCode.Class
  /// The part that has the code; nil for the code of a location.
  let part: Part?
  /// The label of ours that has the code.
  let label: IssuedLabel?

  /// Whether it is neither a location nor a part.
  var isUnknown: Bool { !isLocation && part == nil }

  init(_ code: ScannedCode, _ rules: CodeRules, _ connection: Connection) throws {
    let facts = try connection.first(
      """
      SELECT
        EXISTS (SELECT 1 FROM locations WHERE code = \(code.canonical.composed)),
        EXISTS (SELECT 1 FROM tag_shapes WHERE shape = \(TagShape.of(code.canonical)))
      """
    ) { (isLocation: try $0.bool(0), hasOwnShape: try $0.bool(1)) }
    isLocation = facts?.isLocation ?? false
    part = isLocation ? nil : try connection.part(of: code)
    label = try connection.issuedLabel(of: code)
    kind = .of(
      code, isIssued: label != nil, hasOwnShape: facts?.hasOwnShape ?? false, rules: rules)
  }
}

extension Connection {
  /// In a ledger without parts that is one question a commit.
  fileprivate func part(of code: ScannedCode) throws -> Part? {
    let parts = try remembered { connection in
      PartsExist(any: try connection.first("SELECT 1 FROM parts LIMIT 1") { _ in true } ?? false)
    }
    return parts.any ? try PartTable(connection: self).find(code)?.part : nil
  }
}

/// Whether there are any parts.
private struct PartsExist {
  let any: Bool
}
