import Ledger
import Storage
import Testing

/// A ledger whose file somebody writes to who doesn't care for its rules.
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
    try write(
      "DROP TRIGGER entries_refuse_update", "DROP TRIGGER entries_refuse_delete",
      "DROP TRIGGER log_tiles_refuse_update", "DROP TRIGGER log_tiles_refuse_delete",
      "DROP TRIGGER log_key_refuse_update", "DROP TRIGGER log_key_refuse_delete")
  }

  func write(_ queries: SQLQuery...) throws {
    try database.write { connection in
      for query in queries { try connection.execute(query) }
    }
  }

  /// A text or bytes as they are stored.
  func bytes(_ query: SQLQuery) throws -> [UInt8] {
    let found = try database.read { try $0.first(query) { try $0.blob(0) } }
    return try #require(found)
  }

  func number(_ query: SQLQuery) throws -> Int {
    let found = try database.read { try $0.first(query) { try $0.int(0) } }
    return try #require(found)
  }

  func finding(against checkpoint: Checkpoint? = nil) throws -> LogFinding? {
    try ledger.store.audit(against: checkpoint).finding
  }
}
