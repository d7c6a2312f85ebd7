import Storage
import Synchronization
import TestSupport
import Testing

@testable import Ledger

/// Schemas whose ledgers are done with: to make tables takes far longer than to empty them.
enum UsedSchemas {
  private static let free = Mutex<[LedgerAddress]>([])

  /// One that is free, on PostgreSQL; nil where there is none.
  static func take() throws -> LedgerAddress? {
    guard Engine.current == .postgres else { return nil }
    while let address = free.withLock({ $0.popLast() }) {
      // What a test did to the tables themselves stays with it.
      if try form(of: Database(at: address, .existing)) == newForm.get() { return address }
    }
    return nil
  }

  static func leave(_ address: LedgerAddress) {
    guard case .postgres = address else { return }
    free.withLock { $0.append(address) }
  }

  /// A new ledger in the tables of an old one: without rows, and with a key of its own.
  static func emptied(
    _ address: LedgerAddress, clock: @escaping @Sendable () -> Int
  ) throws -> LedgerStore {
    let store = try LedgerStore(at: address, .existing, clock: clock)
    try store.database.write { connection in
      // Triggers, those of foreign keys among them, don't run for a replica.
      try connection.execute("SET LOCAL session_replication_role = replica")
      let tables = try connection.all(
        """
        SELECT tablename FROM pg_tables
        WHERE schemaname = current_schema() AND tablename <> 'ledger_migrations'
        """
      ) { try $0.text(0) }
      for table in tables {
        try connection.execute(SQLQuery(stringLiteral: "DELETE FROM \(table)"))
      }
      try LedgerSchema.hashLog(connection, clock())
    }
    return store
  }

  /// The form of a ledger that nobody has changed.
  private static let newForm = Result {
    let address = try TestLedger.newAddress(file: "")
    return try form(of: LedgerStore(at: address, .createIfMissing).database)
  }

  /// Columns, constraints, indexes and triggers.
  private static func form(of database: Database) throws -> [String] {
    try database.read { connection in
      try connection.all(
        """
        WITH own AS (
          SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = current_schema())
        SELECT relname || ' ' || attname FROM own JOIN pg_attribute ON attrelid = oid
        UNION ALL SELECT relname || ' ' || conname FROM own JOIN pg_constraint c ON conrelid = own.oid
        UNION ALL SELECT relname || ' ' || tgname FROM own JOIN pg_trigger t ON tgrelid = own.oid
          WHERE NOT tgisinternal
        """
      ) { try $0.text(0) }
    }.sorted()
  }
}

extension ReplayedLedger {
  /// The tables of a ledger.
  static let forms = (try? ReplayedLedger().read { try $0.tableForms() }) ?? []
}
