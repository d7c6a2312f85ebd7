import Storage
import TestSupport
import Testing

/// Checks that compare one by one admit what they did before, and refuse what they did.
@Suite(.onEachEngine) struct ChoiceCheckTests {
  @Test
  func `a check that is rewritten holds as before, with the rows that were there`() throws {
    let scratch = try ScratchDatabase()
    let table = Migration(1, "lamps") { dialect in
      [
        """
        CREATE TABLE lamps (number \(dialect.integerKey),
          state \(dialect.text) NOT NULL CHECK (state IN ('on', 'off',
            'it''s out')))
        """, "INSERT INTO lamps (number, state) VALUES (1, 'on')",
      ]
    }
    try scratch.database.migrate([table], now: 1)
    let plain = Migration(2, "plain") { dialect in
      dialect.comparingOneByOne([
        Dialect.ChoiceCheck("lamps", "state", "'on', 'off',\n    'it''s out'")
      ])
    }
    try scratch.reopened().migrate([table, plain], now: 2)
    for database in [scratch.database, try scratch.reopened()] {
      #expect(try add("dim", to: database) == "ledger.refused")
      #expect(try add("on', 'x", to: database) == "ledger.refused")
      for state in ["off", "it's out"] { #expect(try add(state, to: database) == nil) }
    }
    #expect(try scratch.count("SELECT COUNT(*) FROM lamps") == 5)
    guard Engine.current == .sqlite else { return }
    #expect(try scratch.count("SELECT COUNT(*) FROM sqlite_schema WHERE sql LIKE '% IN (%'") == 0)
    let verdict = try scratch.database.read {
      try $0.all("PRAGMA integrity_check") { try $0.text(0) }
    }
    #expect(verdict == ["ok"])
  }

  /// - Returns: the code of the fault; nil where there is none.
  private func add(_ state: String, to database: Database) throws -> String? {
    try faultCode {
      try database.write { connection in
        let next = try connection.first("SELECT MAX(number) + 1 FROM lamps") { try $0.int(0) } ?? 0
        try connection.execute("INSERT INTO lamps (number, state) VALUES (\(next), \(state))")
      }
    }
  }
}
