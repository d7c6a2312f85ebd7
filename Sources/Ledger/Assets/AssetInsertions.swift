import Inventory
import Storage

/// The statements that put new assets into the books, looked up once for all assets of a transaction.
struct AssetInsertions {
  private let assets, shapes, history, codes, fields, words: RowInsertion

  init(_ connection: Connection) throws {
    assets = try RowInsertion(
      connection, into: "assets",
      columns: [
        "id", "number", "tag", "name", "category", "make", "model", "serial", "status",
        "location_id", "custodian", "has_other_codes", "condition", "due", "custody_seq",
        "verified_at", "version", "has_fields",
      ])
    shapes = try RowInsertion(
      connection, into: "tag_shapes", columns: ["shape"], "ON CONFLICT DO NOTHING")
    history = try RowInsertion(
      connection, into: "asset_history",
      columns: ["asset_number", "seq", "at", "location_id", "status"])
    codes = try RowInsertion(
      connection, into: "asset_codes",
      columns: ["code_key", "kind", "asset_number", "code", "seq"], "ON CONFLICT DO NOTHING")
    fields = try RowInsertion(
      connection, into: "asset_fields", columns: ["asset_number", "field_key", "value"])
    words = try RowInsertion(connection, into: "asset_words", columns: ["number", "words"])
  }

  /// Keeps an asset as the entry `seq` made it.
  ///
  /// - Parameter codes: those beside the tag.
  func insert(
    _ asset: AssetTable.Stored, codes: [AssetCode], fields: [String: String], seq: Int, at time: Int
  ) throws {
    try insert(asset, hasOtherCodes: codes.contains { !$0.isTag(of: asset) })
    try history.insert { row in
      row.add(asset.number)
      row.add(seq)
      row.add(time)
      row.add(asset.location?.bytes)
      row.add(asset.status.rawValue)
    }
    for code in [AssetCode(asset.tag)] + codes { try insert(code, of: asset, seq: seq) }
    for (field, value) in fields where !value.isEmpty {
      try self.fields.insert { row in
        row.add(asset.number)
        row.add(NameKey.of(field))
        row.add(value)
      }
    }
    try words.insert { row in
      row.add(asset.number)
      row.add(AssetWords.text(of: asset, fields))
    }
  }

  func insert(shape: String) throws { try shapes.insert { $0.add(shape) } }

  private func insert(_ code: AssetCode, of asset: AssetTable.Stored, seq: Int) throws {
    try codes.insert { row in
      row.add(CodeTable.key(of: code))
      row.add(code.kind.rawValue)
      row.add(asset.number)
      row.add(code.text)
      row.add(seq)
    }
  }

  private func insert(_ asset: AssetTable.Stored, hasOtherCodes: Bool) throws {
    try assets.insert { row in
      row.add(asset.id.bytes)
      row.add(asset.number)
      for text in [asset.tag, asset.name, asset.category, asset.make, asset.model, asset.serial] {
        row.add(text)
      }
      row.add(asset.status.rawValue)
      row.add(asset.location?.bytes)
      row.add(asset.custodian)
      row.add(hasOtherCodes)
      row.add(asset.condition)
      row.add(asset.due)
      row.add(asset.custodySeq)
      row.add(asset.verifiedAt)
      row.add(asset.version)
      row.add(asset.hasFields)
    }
  }
}

extension AssetCode {
  /// Whether it is the asset's tag; compared as a database does, by bytes.
  func isTag(of asset: AssetTable.Stored) -> Bool { text.utf8.elementsEqual(asset.tag.utf8) }
}
