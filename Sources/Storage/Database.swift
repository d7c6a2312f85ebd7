/// A database of one tenant: transactions in, values out.
package final class Database: Sendable {
  private enum Engine: Sendable {
    case sqlite(SQLiteDatabase)
    case postgres(PostgresDatabase)
  }

  private let engine: Engine

  /// What to do where there is no ledger yet.
  package enum Opening: Sendable {
    case existing
    case createIfMissing
    /// Of a server, nothing is made before `build`.
    case unmade
  }

  /// Opens a file of SQLite, or a schema of a PostgreSQL database.
  ///
  /// - Throws: `StorageFault` for what is missing, unreadable, out of reach or no ledger.
  package init(at address: LedgerAddress, _ opening: Opening) throws {
    engine =
      switch address {
      case .file(let path): .sqlite(try SQLiteDatabase(file: path, opening))
      case .postgres(let address): .postgres(try PostgresDatabase(at: address, opening))
      }
  }

  /// Opens a file of SQLite.
  package convenience init(file path: String, _ opening: Opening) throws {
    try self.init(at: .file(path), opening)
  }

  /// What this engine writes differently from others.
  package var dialect: Dialect {
    switch engine {
    case .sqlite: .sqlite
    case .postgres: .postgres
    }
  }

  /// Whether reads go to a server, and may wait for it.
  package var isRemote: Bool {
    switch engine {
    case .sqlite: false
    case .postgres: true
    }
  }

  /// Runs a closure on one consistent state of the database.
  package func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    switch engine {
    case .sqlite(let database): try database.read(body)
    case .postgres(let database): try database.read(body)
    }
  }

  /// Runs a closure on one consistent state of the database, for reads of some microseconds.
  ///
  /// It sees what `read` would, without its costs; nothing that takes long may be done in it.
  package func readBriefly<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    switch engine {
    case .sqlite(let database): try database.readBriefly(body)
    case .postgres(let database): try database.readBriefly(body)
    }
  }

  /// Runs a closure in a transaction that is durable when this returns, and undone when the
  /// closure throws.
  ///
  /// One writer at a time; what it reads is the newest. Statements without a result may reach the
  /// database later than they are given: at the next read, or at the end.
  package func write<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    switch engine {
    case .sqlite(let database): try database.write(body)
    case .postgres(let database): try database.write(body)
    }
  }

  /// Makes the database and what is to be in it in one transaction: all of it, or nothing.
  ///
  /// - Throws: `StorageFault` as `migrate` does.
  package func build<Value>(
    _ migrations: [Migration], now: Int, _ body: (Connection) throws -> Value
  ) throws -> Value {
    switch engine {
    case .sqlite(let database):
      try database.write { connection in
        try connection.migrate(migrations, dialect, now: now)
        return try body(connection)
      }
    case .postgres(let database):
      try database.write { connection in
        try database.createSchema(connection)
        try connection.migrate(migrations, dialect, now: now)
        return try body(connection)
      }
    }
  }

  /// Copies the database as it is now into a new SQLite file, while others go on writing.
  ///
  /// - Throws: `StorageFault` `backup.engine` for a schema of PostgreSQL.
  package func copy(toNewFile path: String) throws {
    switch engine {
    case .sqlite(let database): try database.copy(toNewFile: path)
    case .postgres:
      throw StorageFault(
        code: "backup.engine",
        message: "A ledger in PostgreSQL is backed up by its server's own tools (pg_dump "
          + "--schema=…, docs/LEDGER.md). tally ledger export writes all of its log into a file.")
    }
  }
}
