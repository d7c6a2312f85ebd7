import GS1
import Inventory

/// A column of a table of assets: what an import reads and an export writes.
package struct AssetColumn: Sendable {
  package let name: String
  /// Whether it may be there more than once.
  package let repeats: Bool
  /// What an asset has in it: one text, or any number of them where it repeats.
  package let texts: @Sendable (AssetRecord) -> [String]
  /// Whether a code stands in it.
  let holds: @Sendable (AssetCode) -> Bool

  private init(_ name: String, _ text: @escaping @Sendable (AssetDetails) -> String) {
    (self.name, repeats, holds) = (name, false, { _ in false })
    texts = { [text($0.details)] }
  }

  private init(codes name: String, _ holds: @escaping @Sendable (AssetCode) -> Bool) {
    (self.name, repeats, self.holds) = (name, true, holds)
    texts = { $0.codes.filter(holds).map(\.text) }
  }

  /// The columns that every ledger has.
  package static let common: [AssetColumn] = [
    .init("tag") { $0.tag }, .init("name") { $0.name }, .init("category") { $0.category },
    .init("make") { $0.make }, .init("model") { $0.model }, .init("serial") { $0.serial },
    .init("status") { $0.status.rawValue }, .init("location") { $0.location ?? "" },
    .init("custodian") { $0.custodian }, .init("condition") { $0.condition ?? "" },
    .init(codes: "code") { $0.kind == .physical },
    .init(codes: "gtin") { $0.kind == .product && GTIN.isGTIN($0.text) },
    .init(codes: "sku") { $0.kind == .product && !GTIN.isGTIN($0.text) },
  ]
  /// All columns of a ledger, in the order of an export: its own fields come last.
  package static func all(fields: [CustomField]) -> [AssetColumn] {
    common + fields.map { field in AssetColumn(field.name) { $0.fields?[field.name] ?? "" } }
  }
}
