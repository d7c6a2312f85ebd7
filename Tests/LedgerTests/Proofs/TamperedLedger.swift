import Ledger
import Storage
import TestSupport
import Testing

/// A ledger in whose database somebody writes who owns it, and has taken the triggers away.
struct TamperedLedger {
  let ledger: TestLedger
  private let database: Database
  /// The number of entries.
  let size: Int
  /// Numbers of entries that no other table refers to.
  let loose: [Int]

  /// 193 entries: three full tiles, and one hash over.
  init() throws {
    ledger = try TestLedger()
    let drafts = (1...96).map { AssetDraft(tag: "A-\($0)", location: "HQ-\($0)") }
    _ = try ledger.store.importAssets(drafts, createLocations: true, by: TestLedger.ann)
    try ledger.store.set(.urlPrefix, to: "https://t.example/", by: TestLedger.ann)
    let entries = try ledger.entries()
    size = entries.count
    loose = entries.filter { $0.kind == "location.created" }.map(\.seq)
    database = try ledger.database()
    let changes = database.dialect == .sqlite ? ["update", "delete"] : ["change", "truncate"]
    for table in ["entries", "log_tiles", "log_key"] {
      for change in changes {
        let trigger = "DROP TRIGGER \(table)_refuse_\(change)"
        try database.write(text: [
          database.dialect == .sqlite ? trigger : trigger + " ON \(table)"
        ])
      }
    }
  }

  /// Whether texts are stored as bytes that need not be UTF-8, and may lie where numbers belong.
  var takesAnyBytes: Bool { database.dialect == .sqlite }

  func write(_ queries: SQLQuery...) throws {
    try database.write { connection in
      for query in queries { try connection.execute(query) }
    }
  }

  /// Bytes as they are stored.
  func bytes(_ query: SQLQuery) throws -> [UInt8] {
    let found = try database.read { try $0.first(query) { try $0.blob(0) } }
    return try #require(found)
  }

  /// The bytes of a text.
  func text(_ column: String, of rows: String) throws -> [UInt8] {
    let bytes =
      database.dialect == .sqlite ? "CAST(\(column) AS BLOB)" : "CONVERT_TO(\(column), 'UTF8')"
    return try self.bytes(SQLQuery(stringLiteral: "SELECT \(bytes) FROM \(rows)"))
  }

  /// Puts other bytes in the place of a text.
  func set(_ column: String, of table: String, to bytes: [UInt8], where condition: String) throws {
    let literal = SQLValue.blob(bytes).literal(database.dialect)
    let text =
      database.dialect == .sqlite ? "CAST(\(literal) AS TEXT)" : "CONVERT_FROM(\(literal), 'UTF8')"
    try database.write(text: ["UPDATE \(table) SET \(column) = \(text) WHERE \(condition)"])
  }

  /// The same bytes but for one bit; those of a text that the engine can hold.
  func flipped(_ bytes: [UInt8], isText: Bool = true, _ random: inout RandomSource) -> [UInt8] {
    while true {
      var other = bytes
      other[Int.random(in: bytes.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      let isStorable = !other.contains(0) && String(validating: other, as: UTF8.self) != nil
      if !isText || takesAnyBytes || isStorable { return other }
    }
  }

  func number(_ query: SQLQuery) throws -> Int {
    let found = try database.read { try $0.first(query) { try $0.int(0) } }
    return try #require(found)
  }

  func finding(against checkpoint: Checkpoint? = nil) throws -> LogFinding? {
    try ledger.store.audit(against: checkpoint).finding
  }
}
