import Storage
import TestSupport
import Testing

@Suite(.onEachEngine) struct AppendOnlyTests {
  private func scratchWithLog() throws -> ScratchDatabase {
    let scratch = try ScratchDatabase()
    let log = Migration(1, "log") { dialect in
      ["CREATE TABLE log (seq \(dialect.integerKey), text \(dialect.text))"]
        + dialect.appendOnly("log")
    }
    try scratch.database.migrate([log], now: 0)
    try scratch.database.write { try $0.execute("INSERT INTO log (seq, text) VALUES (1, \("kept"))") }
    return scratch
  }

  @Test(
    arguments: [
      "UPDATE log SET text = 'changed'", "UPDATE log SET seq = 9 WHERE seq = 1", "DELETE FROM log",
      "INSERT INTO log (seq, text) VALUES (1, 'other')",
      "INSERT INTO log (seq, text) VALUES (1, 'other') ON CONFLICT (seq) DO UPDATE SET text = 'other'",
      "INSERT OR REPLACE INTO log (seq, text) VALUES (1, 'other')",
      "REPLACE INTO log VALUES (1, 'x')", "TRUNCATE log",
    ] as [SQLQuery])
  func `rows can be added, but neither changed nor deleted nor replaced`(_ query: SQLQuery) throws {
    let scratch = try scratchWithLog()
    #expect(
      try faultCode { try scratch.database.write { try $0.execute(query) } } == "ledger.refused")
    let texts = try scratch.database.read { try $0.all("SELECT text FROM log") { try $0.text(0) } }
    #expect(texts == ["kept"])
  }
}
