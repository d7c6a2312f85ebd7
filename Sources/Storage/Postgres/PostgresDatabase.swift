import Crypto
import Foundation

/// A database in a schema of PostgreSQL.
final class PostgresDatabase: Sendable {
  private let address: PostgresAddress
  private let pool: PostgresPool
  /// The key of the lock that writers to this schema take in turn.
  private let writers: Int

  /// - Throws: `StorageFault` for what is missing, out of reach or no ledger.
  init(at address: PostgresAddress, _ opening: Database.Opening) throws {
    self.address = address
    writers = Self.lock(of: address.schema)
    let connector = PostgresConnector(address: address)
    pool = PostgresPool(connector, first: try connector.connect())
    switch opening {
    case .existing: try read { try $0.requireLedger(address) }
    case .createIfMissing:
      let isThere = try read { try $0.hasSchema(address) }
      if !isThere { try write { try createSchema($0) } }
    case .unmade: break
    }
  }

  /// Makes the schema, unless it is there; in a transaction that writes.
  func createSchema(_ connection: Connection) throws {
    // Somebody else may have been quicker.
    guard try !connection.hasSchema(address) else { return }
    try connection.run("CREATE SCHEMA \(address.quotedSchema)")
  }

  /// Such locks are the database's, for all programs: eight bytes of a hash keep ours apart.
  private static func lock(of schema: String) -> Int {
    SHA256.hash(data: Data("tallymark \(schema)".utf8)).prefix(8).reduce(0) { $0 << 8 | Int($1) }
  }

  func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    try read(.read, body)
  }

  func readBriefly<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    try read(.briefRead, body)
  }

  private func read<Value>(
    _ kind: PostgresSession.Kind, _ body: (Connection) throws -> Value
  ) throws -> Value {
    try translatingFaults {
      try pool.lend { session in
        try undoing(session) {
          try session.begin(kind)
          let value = try body(Connection(source: .postgres(session)))
          session.end()
          return value
        }
      }
    }
  }

  func write<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    try translatingFaults {
      try pool.lend { session in
        try undoing(session) {
          try session.begin(.write(lock: writers))
          let value = try body(Connection(source: .postgres(session)))
          try commit(session)
          return value
        }
      }
    }
  }

  private func commit(_ session: PostgresSession) throws {
    do {
      try session.commit()
    } catch let error as PostgresError where error.isLost {
      throw StorageFault.unknownOutcome(address, error)
    }
  }

  private func undoing<Value>(
    _ session: PostgresSession, _ step: () throws -> Value
  ) throws -> Value {
    do {
      return try step()
    } catch {
      session.rollBack()
      throw error
    }
  }

  private func translatingFaults<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as PostgresError {
      throw StorageFault(error, at: address)
    }
  }
}

extension Connection {
  /// Whether the schema is there.
  fileprivate func hasSchema(_ address: PostgresAddress) throws -> Bool {
    let usable = try first(
      """
      SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = \(address.schema)
      """
    ) { try $0.bool(0) }
    guard usable != false else {
      throw StorageFault(
        code: "ledger.denied",
        message: "The account may not use the schema of \(address). Its owner grants it: GRANT "
          + "USAGE ON SCHEMA … (docs/LEDGER.md).")
    }
    return usable != nil
  }

  /// Refuses a schema that isn't there, is empty or is somebody else's.
  fileprivate func requireLedger(_ address: PostgresAddress) throws {
    let isThere = try hasSchema(address)
    if isThere { try refuseForeignTables(.postgres) }
    let hasTables = try isThere && first(Dialect.postgres.tables, { _ in true }) ?? false
    guard hasTables else {
      throw StorageFault(
        code: "ledger.missing",
        message: "There is no ledger at \(address). Name one with --ledger (or TALLY_LEDGER); "
          + "tally asset import makes a new one.")
    }
  }
}
