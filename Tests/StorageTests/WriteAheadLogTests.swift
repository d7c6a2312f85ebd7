import CSQLite
import Foundation
import Storage
import TestSupport
import Testing

/// What only a file of SQLite has.
struct WriteAheadLogTests {
  private func scratchWithCounter() throws -> ScratchDatabase {
    let scratch = try ScratchDatabase()
    try scratch.create { _ in "counter (value BIGINT NOT NULL)" }
    try scratch.database.write { try $0.execute("INSERT INTO counter (value) VALUES (\(0))") }
    return scratch
  }

  @Test
  func `each commit is synced, and readers don't wait for writers`() throws {
    let scratch = try ScratchDatabase()
    for database in [scratch.database, try scratch.reopened()] {
      // 2 is FULL: https://sqlite.org/pragma.html#pragma_synchronous
      let synchronous = try database.write {
        try $0.first("PRAGMA synchronous") { try $0.int(0) }
      }
      let journal = try database.write { try $0.first("PRAGMA journal_mode") { try $0.text(0) } }
      #expect(synchronous == 2)
      #expect(journal == "wal")
    }
  }

  @Test
  func `opening a database that is up to date writes nothing`() throws {
    let scratch = try ScratchDatabase()
    let one = Migration(1, "first") { _ in ["CREATE TABLE first (id INTEGER)"] }
    try scratch.database.migrate([one], now: 1)
    let before = try scratch.count("PRAGMA data_version")
    try scratch.reopened().migrate([one], now: 2)
    // The version that a connection sees changes with every commit of another one.
    #expect(try scratch.count("PRAGMA data_version") == before)
  }

  @Test func `an idle reader lets the write-ahead log start anew`() throws {
    let scratch = try scratchWithCounter()
    #expect(
      try scratch.database.readBriefly {
        try $0.first("SELECT value FROM counter") { try $0.int(0) }
      } == 0)
    try scratch.database.write { try $0.execute("UPDATE counter SET value = \(1)") }
    var other: OpaquePointer?
    #expect(sqlite3_open(scratch.path, &other) == SQLITE_OK)
    defer { sqlite3_close(other) }
    // Only a read tells the connection that there is a log.
    #expect(sqlite3_exec(other, "SELECT value FROM counter", nil, nil, nil) == SQLITE_OK)
    // It waits for readers, but not for long, since these want nothing.
    sqlite3_busy_timeout(other, 20_000)
    let code = sqlite3_wal_checkpoint_v2(other, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    #expect(code == SQLITE_OK)
    let log = try FileManager.default.attributesOfItem(atPath: scratch.path + "-wal")
    #expect(log[.size] as? Int == 0)
  }
}
