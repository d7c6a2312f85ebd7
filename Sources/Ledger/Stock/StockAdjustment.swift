import Inventory
import Storage

/// A change of the stock of a part, in one place or between two.
struct StockAdjustment: LedgerEvent {
  static let kind = EntryKind.stockAdjusted

  /// What happened.
  enum Reason: String, Codable {
    case received, issued, moved, counted, corrected
  }

  struct Change: Codable, Equatable {
    /// A location's code.
    let location: String
    let change: Quantity
  }

  let reason: Reason
  /// The part's id.
  let part: ObjectID
  /// Empty for parts without lots.
  let lot: String
  let unit: String
  let changes: [Change]
  /// What was found, of a count; the change is what it differs from the books by.
  let counted: Quantity?
  let note: String?
  /// Only where it is true.
  let allowsNegative: Bool?

  private enum CodingKeys: String, CodingKey {
    case reason, part, lot, unit, changes, counted, note
    case allowsNegative = "allows_negative"
  }

  func apply(to books: Books) throws {
    let parts = PartTable(connection: books.connection)
    guard let part = try parts.find(id: part) else { throw LedgerFault.lostPart(part) }
    let (table, locations) = (
      StockTable(connection: books.connection), LocationTable(connection: books.connection)
    )
    for (place, change) in changes.enumerated() {
      let line = StockTable.Key(
        part: part.number, location: try locations.existing(change.location), lot: lot, unit: unit)
      let quantity = try table.add(change.change, to: line, mayBeNegative: allowsNegative ?? false)
      try table.keep(change.change, of: line, now: quantity, place: place, of: self, seq: books.seq)
    }
  }
}
