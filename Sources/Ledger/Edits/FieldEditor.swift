import Inventory
import Storage

/// Sets fields of an asset as an entry says, the last writer by the order of edits first.
///
/// An edit at the ledger was made in view of what stands there, so it always comes last. An edit from a
/// device carries its own time; where a field was written later than that, the field stays, and the
/// edit is kept as a conflict.
struct FieldEditor {
  private let books: Books
  private let origin: EditOrigin?
  private let stamps: FieldStampTable
  private(set) var asset: AssetTable.Stored
  /// Whether any field has another value now.
  private(set) var hasChanged = false

  init(books: Books, asset: AssetTable.Stored, origin: EditOrigin?) {
    (self.books, self.asset, self.origin) = (books, asset, origin)
    stamps = FieldStampTable(connection: books.connection)
  }

  mutating func set(_ field: AssetField, to said: String) throws {
    var value = said
    if field == .category {
      value = try CategoryTable(connection: books.connection).kept(said, seq: books.seq)
    }
    let current = try current(field)
    // An edit at the ledger repeats what it leaves as it is.
    if origin == nil && value == current { return }
    let last = try stamps.stamp(of: field, asset.number)
    guard let key = key(after: last) else {
      if value != current { try keepConflict(field, value, current, last) }
      return
    }
    try stamps.keep(FieldStamp(key: key, seq: books.seq), of: field, asset.number)
    if value != current { try write(field, value) }
  }

  /// The order key of this edit; nil where the field was written later.
  private func key(after last: FieldStamp) -> OrderKey? {
    guard let origin else {
      return OrderKey(
        occurredAt: max(books.at, last.key.occurredAt), deviceID: "", deviceSeq: books.seq,
        clientEventID: "")
    }
    return last.key < origin.orderKey ? origin.orderKey : nil
  }

  private func current(_ field: AssetField) throws -> String {
    if case .custom(let name) = field {
      return try FieldValueTable(connection: books.connection).value(of: name, asset.number)
    }
    return asset[field] ?? ""
  }

  private mutating func write(_ field: AssetField, _ value: String) throws {
    hasChanged = true
    guard case .custom(let name) = field else { return asset[field] = value }
    let values = FieldValueTable(connection: books.connection)
    try values.set(name, of: asset.number, to: value)
    asset.hasFields = try values.hasValues(asset.number)
  }

  private func keepConflict(
    _ field: AssetField, _ value: String, _ current: String, _ last: FieldStamp
  ) throws {
    try books.connection.execute(
      """
      INSERT INTO edit_conflicts (seq, field, asset_number, value, kept, kept_seq)
      VALUES (\(books.seq), \(field.key), \(asset.number), \(value), \(current), \(last.seq))
      """)
  }
}
