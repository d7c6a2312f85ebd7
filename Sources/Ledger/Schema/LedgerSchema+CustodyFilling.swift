import Storage

extension LedgerSchema {
  /// Takes from the log of an older ledger what the tables of custody and edits say of it.
  static func fillCustody(_ connection: Connection) throws {
    var filling = CustodyFilling(connection: connection)
    try filling.readLog()
    try filling.keepCategories()
    try filling.keepStamps()
    try connection.execute(
      """
      UPDATE assets SET version = 1 + (
        SELECT COUNT(*) FROM asset_changes c WHERE c.asset_number = assets.number)
      """)
  }
}

/// Plays the entries of older programs into the tables that they didn't have.
private struct CustodyFilling {
  let connection: Connection
  private var categories: [String: (name: String, seq: Int)] = [:]
  /// The numbers of the assets that were edited, each once.
  private var edited: Set<Int> = []

  init(connection: Connection) { self.connection = connection }

  /// An entry as older programs wrote it.
  private struct Payload: Decodable {
    let id: ObjectID
    let name, category, make, model, serial, custodian: String?

    var fields: [(key: String, value: String)] {
      let all = [
        ("name", name), ("category", category.map(NameKey.of)), ("make", make), ("model", model),
        ("serial", serial), ("custodian", custodian),
      ]
      return all.compactMap { key, value in value.map { (key, $0) } }
    }
  }

  mutating func readLog() throws {
    try connection.forEach(
      """
      SELECT seq, kind, payload FROM entries
      WHERE kind IN ('asset.created', 'asset.edited', 'asset.moved') ORDER BY seq
      """
    ) { row in
      let (seq, kind) = (try row.int(0), try row.text(1))
      let payload = try CanonicalJSON.value(Payload.self, row.text(2))
      if let category = payload.category, !NameKey.of(category).isEmpty,
        categories[NameKey.of(category)] == nil
      {
        categories[NameKey.of(category)] = (category, seq)
      }
      guard kind != "asset.created" else { return }
      let number = try number(of: payload.id)
      if kind == "asset.edited" { edited.insert(number) }
      try connection.execute(
        "INSERT INTO asset_changes (asset_number, seq) VALUES (\(number), \(seq))")
    }
  }

  private func number(of id: ObjectID) throws -> Int {
    let number = try connection.first("SELECT number FROM assets WHERE id = \(id.bytes)") {
      try $0.int(0)
    }
    if let number { return number }
    throw LedgerFault(
      code: "ledger.damaged",
      message:
        "The log tells of an asset that the books don't have. Restore the ledger from a backup.")
  }

  /// Keeps the categories, and has all assets name theirs in its first writing.
  func keepCategories() throws {
    for (key, first) in categories.sorted(by: { $0.value.seq < $1.value.seq }) {
      try connection.execute(
        """
        INSERT INTO categories (name_key, name, seq) VALUES (\(key), \(first.name), \(first.seq))
        """)
    }
    let writings = try connection.all("SELECT DISTINCT category FROM assets") { try $0.text(0) }
    for writing in writings {
      let name = categories[NameKey.of(writing)]?.name ?? ""
      guard !name.utf8.elementsEqual(writing.utf8) else { continue }
      try connection.execute("UPDATE assets SET category = \(name) WHERE category = \(writing)")
    }
  }

  /// Keeps which edit changed a field last.
  func keepStamps() throws {
    for asset in edited.sorted() {
      var last: [String: String] = [:]
      var stamps: [String: (seq: Int, at: Int)] = [:]
      try connection.forEach(
        """
        SELECT n.seq, n.recorded_at, n.payload FROM entries n
        WHERE n.seq = (SELECT MIN(h.seq) FROM asset_history h WHERE h.asset_number = \(asset))
          OR (n.kind = 'asset.edited' AND n.seq IN (
            SELECT c.seq FROM asset_changes c WHERE c.asset_number = \(asset)))
        ORDER BY n.seq
        """
      ) { row in
        let (seq, at) = (try row.int(0), try row.int(1))
        for (key, value) in try CanonicalJSON.value(Payload.self, row.text(2)).fields {
          if let before = last[key], before != value { stamps[key] = (seq, at) }
          last[key] = value
        }
      }
      for (field, stamp) in stamps { try keep(stamp, of: field, asset) }
    }
  }

  private func keep(_ stamp: (seq: Int, at: Int), of field: String, _ asset: Int) throws {
    try connection.execute(
      """
      INSERT INTO field_stamps (asset_number, field, occurred_at, device_id, device_seq,
        client_event_id, seq)
      VALUES (\(asset), \(field), \(stamp.at), '', \(stamp.seq), '', \(stamp.seq))
      """)
  }
}
