import Storage
import TestSupport
import Testing

@Suite(.onEachEngine) struct MigrationTests {
  private static func table(_ number: Int, _ name: String) -> Migration {
    Migration(number, name) { dialect in
      ["CREATE TABLE \(name) (id \(dialect.integerKey), name \(dialect.text))"]
    }
  }

  private static let one = table(1, "first")
  private static let two = table(2, "second")

  @Test
  func `migrations run once, in order`() throws {
    let scratch = try ScratchDatabase()
    let fill = Migration(2, "fill") { _ in ["INSERT INTO first (id, name) VALUES (7, 'once')"] }
    for database in [scratch.database, scratch.database, try scratch.reopened()] {
      try database.migrate([Self.one, fill], now: 5)
    }
    #expect(try scratch.count("SELECT COUNT(*) FROM first") == 1)
    let steps = try scratch.database.read {
      try $0.all("SELECT number, name, applied_at FROM ledger_migrations ORDER BY number") {
        "\(try $0.int(0)) \(try $0.text(1)) \(try $0.int(2))"
      }
    }
    #expect(steps == ["1 first 5", "2 fill 5"])
  }

  @Test
  func `a newer program brings an older database to its form`() throws {
    let scratch = try ScratchDatabase()
    try scratch.database.migrate([Self.one], now: 1)
    try scratch.reopened().migrate([Self.one, Self.two], now: 2)
    #expect(try scratch.count("SELECT MAX(applied_at) FROM ledger_migrations") == 2)
    #expect(try scratch.count("SELECT COUNT(*) FROM second") == 0)
  }

  @Test
  func `a step that fails leaves the database as it was`() throws {
    let scratch = try ScratchDatabase()
    try scratch.database.migrate([Self.one], now: 1)
    let broken = Migration(2, "broken") { _ in
      ["CREATE TABLE half (id INTEGER)", "CREATE NONSENSE"]
    }
    let code = try faultCode { try scratch.database.migrate([Self.one, broken], now: 2) }
    #expect(code == "ledger.refused")
    #expect(try !scratch.hasTable("SELECT COUNT(*) FROM half"))
    #expect(try scratch.count("SELECT COUNT(*) FROM ledger_migrations") == 1)
  }

  @Test
  func `a database of a newer program is refused and not touched`() throws {
    let scratch = try ScratchDatabase()
    try scratch.database.migrate([Self.one, Self.two], now: 1)
    let code = try faultCode { try scratch.reopened().migrate([Self.one], now: 2) }
    #expect(code == "ledger.newer")
    #expect(try scratch.count("SELECT COUNT(*) FROM ledger_migrations") == 2)
  }

  @Test
  func `a step that was changed after it was applied is refused`() throws {
    let scratch = try ScratchDatabase()
    try scratch.database.migrate([Self.one], now: 1)
    let changed = Migration(1, "first") { _ in ["CREATE TABLE first (id INTEGER)"] }
    let code = try faultCode { try scratch.database.migrate([changed, Self.two], now: 2) }
    #expect(code == "ledger.changed-migration")
    #expect(try !scratch.hasTable("SELECT COUNT(*) FROM second"))
  }

  @Test
  func `somebody else's database gets no tables of ours`() throws {
    let scratch = try ScratchDatabase()
    try scratch.database.write { try $0.execute("CREATE TABLE bookmarks (url TEXT)") }
    let code = try faultCode { try scratch.database.migrate([Self.one], now: 1) }
    #expect(code == "ledger.not-a-ledger")
    #expect(try scratch.count("SELECT COUNT(*) FROM bookmarks") == 0)
    #expect(try !scratch.hasTable("SELECT COUNT(*) FROM ledger_migrations"))
  }
}
