import CSQLite
import Diagnostics
import Foundation
import GRDB

/// A database in a file.
final class SQLiteDatabase: Sendable {
  private let pool: DatabasePool
  private let readers: SQLiteReaders

  /// Opens a SQLite file.
  ///
  /// - Throws: `StorageFault` for a file that is missing, unreadable or no database.
  init(file path: String, _ opening: Database.Opening) throws {
    if opening == .existing, !FileManager.default.fileExists(atPath: path) {
      throw StorageFault.missing(path)
    }
    _ = Self.engine
    if opening == .existing { try Self.refuseEmpty(path) }
    pool = try Self.opening(path) {
      try Self.refuseForeign(path)
      return try Self.openPool(path)
    }
    // Last: only now is the file sure to be a ledger's, with its write-ahead log.
    readers = try Self.opening(path) { try SQLiteReaders(path: path) }
  }

  /// Who closes the file last takes the write-ahead log into it, so that a ledger that nobody uses is
  /// one file; a connection that only reads could not.
  deinit { readers.close() }

  private static func opening<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StorageFault(error, opening: path)
    }
  }

  private static func openPool(_ path: String) throws -> DatabasePool {
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { writer in
      // An acknowledged event must survive a power cut, so each commit is synced; the pool's own
      // default, NORMAL, syncs only at checkpoints. Readers don't write and need nothing.
      try writer.execute(sql: "PRAGMA synchronous = FULL")
      // Without this, REPLACE deletes the row that is in its way unseen by the triggers that
      // keep a table append-only.
      try writer.execute(sql: "PRAGMA recursive_triggers = ON")
    }
    return pool
  }

  /// What is set once a process, before the first connection.
  private static let engine: Void = { _ = tally_sqlite_without_memory_account() }()

  /// SQLite takes an empty file for a new database; a person who names one means something else.
  private static func refuseEmpty(_ path: String) throws(StorageFault) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.size] as? Int == 0 else { return }
    throw StorageFault(
      code: "ledger.not-a-ledger",
      message: "\(SafeText.terminal(path)) is an empty file, not a ledger.")
  }

  /// Somebody else's database must stay as it is.
  ///
  /// A pool switches a file to write-ahead logging before anybody can look into it. Ledgers are in
  /// that mode (bytes 18 and 19 of the header are 2: SQLite file format, 1.3.3), so only other
  /// files need the look.
  private static func refuseForeign(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    defer { try? file.close() }
    guard let header = try? file.read(upToCount: 20), !header.isEmpty else { return }
    // What is shorter than a header SQLite would take for a new database, and write over it.
    guard header.starts(with: magic), header.count == 20 else {
      throw StorageFault.notALedger(path)
    }
    guard header[18] != 2 else { return }
    var configuration = Configuration()
    configuration.readonly = true
    try DatabaseQueue(path: path, configuration: configuration).read {
      try Connection(source: .sqlite($0)).refuseForeignTables(.sqlite)
    }
  }

  /// How each file of SQLite begins (SQLite file format, 1.3.1).
  static let magic = Array("SQLite format 3\0".utf8)

  /// Kibibytes, since it is negative: the pages that lookups in a large ledger go through.
  ///
  /// SQLite's own 2 MB hold those of a small one only.
  static let cachePages = -65536

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.label = "ledger"
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = \(cachePages)")
    }
    return configuration
  }

  func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    try translatingFaults { try pool.read { try body(Connection(source: .sqlite($0))) } }
  }

  func readBriefly<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    try translatingFaults { try readers.lend { try body(Connection(source: .sqlite($0))) } }
  }

  func write<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    try translatingFaults {
      var value: Value?
      try pool.writeWithoutTransaction { database in
        // IMMEDIATE: a transaction that will write waits for its turn before it reads.
        try database.inTransaction(.immediate) {
          value = try body(Connection(source: .sqlite(database)))
          return .commit
        }
      }
      guard let value else { throw StorageFault(code: "ledger.refused", message: "No commit.") }
      return value
    }
  }

  /// Writes the state as it is now into a new file; writers aren't kept waiting.
  func copy(toNewFile path: String) throws {
    try translatingFaults { try pool.backup(to: DatabaseQueue(path: path)) }
  }
}
