import Inventory
import Storage

/// What the log keeps of a new asset.
struct AssetCreation: LedgerEvent {
  static let kind = EntryKind.assetCreated

  let id: ObjectID
  let number: Int
  let tag, name, category, make, model, serial: String
  let status: AssetStatus
  /// A location's code; nil or empty for none.
  let location: String?
  let custodian: String
  let codes: [CodePayload]
  /// Nil where nobody said.
  let condition: String?
  /// Values of custom fields by the fields' names; nil for none.
  let fields: [String: String]?

  /// What JSON keeps exactly everywhere.
  private static let numbers = 1...(1 << 53)

  func apply(to books: Books) throws {
    guard Self.numbers.contains(number) else {
      throw LedgerFault(code: "asset.number", message: "No asset has the number \(number).")
    }
    let memory = books.memory.assets
    let asset = AssetTable.Stored(
      id: id, number: number, tag: tag, name: name,
      category: try memory.category(category, books),
      make: make, model: model, serial: serial, status: status,
      location: try books.location(location ?? ""), custodian: custodian,
      condition: condition ?? "", hasFields: !(fields ?? [:]).isEmpty)
    try memory.insert(
      asset, codes: codes.map(\.code), fields: fields ?? [:], seq: books.seq, at: books.at,
      books.connection)
  }
}

/// A code in an entry.
struct CodePayload: Codable {
  private let text: String
  private let kind: AssetCode.Kind

  init(_ code: AssetCode) { (text, kind) = (code.text, code.kind) }

  var code: AssetCode { AssetCode(text, kind: kind) }

  private enum CodingKeys: String, CodingKey {
    case text = "code"
    case kind
  }
}
