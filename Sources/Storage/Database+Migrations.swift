extension Database {
  /// Brings the database to the form of the last migration; each step is a transaction.
  ///
  /// - Throws: `StorageFault` `ledger.newer` where a newer program wrote the database,
  ///   `ledger.not-a-ledger` where it holds somebody else's tables,
  ///   `ledger.changed-migration` where an applied step is not the one that this program knows.
  package func migrate(_ migrations: [Migration], now: Int) throws {
    guard try needsMigration(migrations) else { return }
    try write { try $0.migrate(migrations, dialect, now: now) }
  }

  /// A reader's look, so that opening a ledger that is up to date writes nothing.
  private func needsMigration(_ migrations: [Migration]) throws -> Bool {
    let applied = try? read { try $0.appliedMigrations() }
    guard let applied else { return true }
    try Connection.check(applied, against: migrations, dialect)
    return applied.count < migrations.count
  }
}

extension Connection {
  /// Brings the database to the form of the last migration.
  func migrate(_ migrations: [Migration], _ dialect: Dialect, now: Int) throws {
    try refuseForeignTables(dialect)
    try run(Self.tableOfMigrations)
    let applied = try appliedMigrations()
    try Self.check(applied, against: migrations, dialect)
    for migration in migrations.dropFirst(applied.count) {
      try apply(migration, dialect, now: now)
    }
  }

  private static let tableOfMigrations = """
    CREATE TABLE IF NOT EXISTS ledger_migrations (
      number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL,
      applied_at BIGINT NOT NULL)
    """

  fileprivate func appliedMigrations() throws -> [String] {
    try all("SELECT hash FROM ledger_migrations ORDER BY number") { try $0.text(0) }
  }

  fileprivate static func check(
    _ applied: [String], against migrations: [Migration], _ dialect: Dialect
  ) throws(StorageFault) {
    guard applied.count <= migrations.count else {
      throw StorageFault(
        code: "ledger.newer",
        message: "The ledger was written by a newer program (its form is \(applied.count), this "
          + "program knows \(migrations.count)). Use the newer program.")
    }
    for (hash, migration) in zip(applied, migrations) where hash != migration.hash(dialect) {
      throw StorageFault(
        code: "ledger.changed-migration",
        message: "Step \(migration.number) (\(migration.name)) of the ledger's form is not the one "
          + "that this program knows. Use the program that made the ledger.")
    }
  }

  /// Somebody else's database is left alone.
  func refuseForeignTables(_ dialect: Dialect) throws {
    let tables = try all(dialect.tables) { try $0.text(0) }
    guard tables.isEmpty || tables.contains("ledger_migrations") else {
      throw StorageFault(
        code: "ledger.not-a-ledger",
        message: "The database is not a ledger: it holds other tables. Give the path of a ledger.")
    }
  }

  private func apply(_ migration: Migration, _ dialect: Dialect, now: Int) throws {
    for statement in migration.statements(dialect) { try run(statement) }
    try migration.fill(self, now)
    try execute(
      """
      INSERT INTO ledger_migrations (number, name, hash, applied_at)
      VALUES (\(migration.number), \(migration.name), \(migration.hash(dialect)), \(now))
      """)
  }
}
