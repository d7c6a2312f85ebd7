import Storage
import TestSupport
import Testing

/// Rows that are added by the thousand: together where the engine can, and as if each went alone.
@Suite(.onEachEngine) struct RowInsertionTests {
  private struct Thing: Equatable {
    var number: Int
    var name: String?
    var content: [UInt8]?
    var size: Int?
  }

  private static let columns: [StaticString] = ["number", "name", "content", "size"]

  private func scratch() throws -> ScratchDatabase {
    let scratch = try ScratchDatabase()
    try scratch.create { dialect in
      """
      things (number \(dialect.integerKey), name \(dialect.text), content \(dialect.blob),
        size BIGINT)
      """
    }
    return scratch
  }

  private func add(_ things: [Thing], _ connection: Connection) throws {
    let insertion = try RowInsertion(connection, into: "things", columns: Self.columns)
    for thing in things {
      try insertion.insert { row in
        row.add(thing.number)
        row.add(thing.name)
        row.add(thing.content)
        row.add(thing.size)
      }
    }
  }

  private func things(_ connection: Connection) throws -> [Thing] {
    try connection.all("SELECT number, name, content, size FROM things ORDER BY number") { row in
      Thing(
        number: try row.int(0), name: try row.optionalText(1), content: try row.optionalBlob(2),
        size: try row.optionalInt(3))
    }
  }

  /// One row, some, as many as go together, one more, and many times as many.
  @Test(arguments: [0, 1, 2, 3, 249, 250, 251, 1700])
  func `any number of rows comes back as it was`(_ count: Int) throws {
    let scratch = try scratch()
    var random = RandomSource(seed: UInt64(count))
    let texts = BoundValueTests.hostileTexts.filter { $0.utf8.count < 1000 }
    let made = (0..<count).map { number in
      Thing(
        number: number, name: number % 3 == 0 ? nil : texts.randomElement(using: &random),
        content: number % 4 == 0 ? nil : [[], [0], Array(0...255)].randomElement(using: &random),
        size: number % 5 == 0 ? nil : [.min, -1, 0, .max].randomElement(using: &random))
    }
    // Twice, so that statements that are known already serve, too.
    let later = made.map { Thing(number: $0.number + count, name: $0.name) }
    let (first, all) = try scratch.database.write { connection in
      try add(made, connection)
      let first = try things(connection)
      try add(later, connection)
      return (first, try things(connection))
    }
    #expect(first == made)
    #expect(all == made + later)
    #expect(try scratch.database.read(things) == all)
  }

  @Test func `a statement of another kind finds all rows before it, and none after`() throws {
    let scratch = try scratch()
    let counts = try scratch.database.write { connection in
      try add([Thing(number: 1), Thing(number: 2)], connection)
      let changed = try connection.changes("UPDATE things SET size = 7")
      try add([Thing(number: 3)], connection)
      try connection.execute("DELETE FROM things WHERE number > 1")
      try add([Thing(number: 4), Thing(number: 5), Thing(number: 6)], connection)
      var found: [Int] = []
      try connection.forEach("SELECT number FROM things ORDER BY number") {
        found.append(try $0.int(0))
      }
      return [changed] + found
    }
    #expect(counts == [2, 1, 4, 5, 6])
  }

  @Test func `rows may refer to rows of insertions that were made before`() throws {
    let scratch = try ScratchDatabase()
    try scratch.database.migrate(
      [
        Migration(1, "tables") { dialect in
          [
            "CREATE TABLE things (number \(dialect.integerKey))",
            "CREATE TABLE parts (number \(dialect.integerKey) REFERENCES things (number))",
          ]
        }
      ], now: 0)
    try scratch.database.write { connection in
      let things = try RowInsertion(connection, into: "things", columns: ["number"])
      let parts = try RowInsertion(connection, into: "parts", columns: ["number"])
      // The first part is of a thing that went out before.
      try things.insert { $0.add(0) }
      _ = try connection.first("SELECT 1") { try $0.int(0) }
      try parts.insert { $0.add(0) }
      for number in 1..<1000 {
        try things.insert { $0.add(number) }
        try parts.insert { $0.add(number) }
      }
    }
    #expect(try scratch.count("SELECT COUNT(*) FROM parts") == 1000)
  }

  @Test func `a row that is refused undoes all, and says why`() throws {
    let scratch = try scratch()
    try scratch.database.write { try add([Thing(number: 900)], $0) }
    let code = try faultCode {
      try scratch.database.write { try add((0..<1000).map { Thing(number: $0) }, $0) }
    }
    #expect(code == "ledger.refused")
    #expect(try scratch.count("SELECT COUNT(*) FROM things") == 1)
    try scratch.database.write { try add([Thing(number: 1), Thing(number: 2)], $0) }
    #expect(try scratch.count("SELECT COUNT(*) FROM things") == 3)
  }

  @Test func `rows of a step that throws are gone, and don't turn up in the next`() throws {
    struct Stop: Error {}
    let scratch = try scratch()
    #expect(throws: Stop.self) {
      try scratch.database.write { connection in
        try add([Thing(number: 1), Thing(number: 2)], connection)
        throw Stop()
      }
    }
    try scratch.database.write { try add([Thing(number: 3)], $0) }
    #expect(try scratch.database.read(things) == [Thing(number: 3)])
  }

  @Test func `what is there already can be passed over, also in one go`() throws {
    let scratch = try scratch()
    let names = try scratch.database.write { connection in
      let insertion = try RowInsertion(
        connection, into: "things", columns: ["number", "name"], "ON CONFLICT DO NOTHING")
      for (number, name) in [(1, "a"), (2, "b"), (1, "c"), (2, "d"), (3, "e")] {
        try insertion.insert { row in
          row.add(number)
          row.add(name)
        }
      }
      return try things(connection).map(\.name)
    }
    #expect(names == ["a", "b", "e"])
  }

  @Test func `what was asked ahead is asked anew once something is written`() throws {
    let scratch = try scratch()
    let count: SQLQuery = "SELECT COUNT(*) FROM things"
    let counts = try scratch.database.write { connection in
      try connection.askAhead([count, "SELECT number FROM things"])
      var counts = [try connection.first(count) { try $0.int(0) }]
      try add([Thing(number: 1)], connection)
      counts.append(try connection.first(count) { try $0.int(0) })
      try connection.askAhead([count])
      try connection.execute("INSERT INTO things (number) VALUES (\(2))")
      counts.append(try connection.first(count) { try $0.int(0) })
      try connection.askAhead([count])
      counts.append(try connection.first(count) { try $0.int(0) })
      let numbers = try connection.all("SELECT number FROM things ORDER BY number") {
        try $0.int(0)
      }
      return counts + numbers
    }
    #expect(counts == [0, 1, 2, 2, 1, 2])
    let after = try scratch.database.read { connection in
      try connection.askAhead(["SELECT number FROM things WHERE number = \(1)"])
      return try connection.first("SELECT number FROM things WHERE number = \(2)") {
        try $0.int(0)
      }
    }
    #expect(after == 2)
  }
}
