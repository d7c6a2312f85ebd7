import Storage
import TestSupport
import Testing

/// Values that are interpolated into SQL are parameters, whatever they contain.
@Suite(.onEachEngine) struct BoundValueTests {
  static let hostileTexts = [
    "", " ", "O'Brien", "'; DROP TABLE things; --", "\"quoted\"", "a?b", "\\", "%_", "\u{0}",
    "a\u{0}b", "\u{1B}[2J", "line\r\nend", "👩🏽‍🔧 naïve Ünïcödé", "\u{202E}gpj.exe", "e\u{301}",
    "\u{FFFD}",
    String(repeating: "x", count: 100_000), "007", "1e5", "NULL", "\\(raw: x)",
  ]

  @Test(arguments: hostileTexts)
  func `a text comes back byte for byte`(_ text: String) throws {
    let scratch = try ScratchDatabase()
    let back = try scratch.database.read { try $0.first("SELECT \(text)") { try $0.text(0) } }
    #expect(back.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test(arguments: hostileTexts)
  func `a text that is stored is found by itself alone`(_ text: String) throws {
    let scratch = try ScratchDatabase()
    try scratch.create { "things (name \($0.text) NOT NULL PRIMARY KEY)" }
    let found = try scratch.database.write { connection in
      for stored in Self.hostileTexts {
        try connection.execute("INSERT INTO things (name) VALUES (\(stored))")
      }
      return try connection.all("SELECT name FROM things WHERE name = \(text)") { try $0.text(0) }
    }
    #expect(found.map { Array($0.utf8) } == [Array(text.utf8)])
    #expect(try scratch.count("SELECT COUNT(*) FROM things") == Self.hostileTexts.count)
  }

  @Test
  func `any text at all comes back`() throws {
    let scratch = try ScratchDatabase()
    var random = RandomSource(seed: 11)
    for _ in 0..<300 {
      let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let back = try scratch.database.read { try $0.first("SELECT \(text)") { try $0.text(0) } }
      #expect(back.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test(arguments: [[], [0], [0, 255, 39, 59], Array(0...255)] as [[UInt8]])
  func `bytes come back as they were`(_ bytes: [UInt8]) throws {
    let scratch = try ScratchDatabase()
    try scratch.create { "things (content \($0.blob) NOT NULL)" }
    let back = try scratch.database.write { connection in
      try connection.execute("INSERT INTO things (content) VALUES (\(bytes))")
      return try connection.first("SELECT content FROM things") { try $0.blob(0) }
    }
    #expect(back == bytes)
  }

  @Test(arguments: [Int.min, -1, 0, 1, Int.max])
  func `whole numbers come back as they were`(_ number: Int) throws {
    let scratch = try ScratchDatabase()
    #expect(try scratch.count("SELECT \(number)") == number)
  }

  @Test
  func `nil is NULL, and true and false are 1 and 0`() throws {
    let scratch = try ScratchDatabase()
    let (noText, noNumber, noBytes): (String?, Int?, [UInt8]?) = (nil, nil, nil)
    let isNull = try scratch.database.read { connection in
      try connection.first("SELECT \(noText), \(noNumber), \(noBytes), \(true), \(false)") { row in
        #expect(try row.int(3) == 1)
        #expect(try row.int(4) == 0)
        #expect(try row.bool(3))
        #expect(try !row.bool(4))
        return try row.optionalText(0) == nil && row.optionalInt(1) == nil
          && row.optionalBlob(2) == nil
      }
    }
    #expect(isNull == true)
  }

  @Test
  func `a query keeps its values apart from its text`() {
    let tag = "x'; DROP TABLE assets"
    let query: SQLQuery = "SELECT id FROM assets WHERE tag = \(tag) AND number = \(7)"
    #expect(query.fragments == ["SELECT id FROM assets WHERE tag = ", " AND number = ", ""])
    #expect(query.parameters == [.text(tag), .integer(7)])
  }

  @Test
  func `a column of another type is damage, not a crash`() throws {
    let scratch = try ScratchDatabase()
    let code = try faultCode {
      _ = try scratch.database.read { try $0.first("SELECT \("text")") { try $0.int(0) } }
    }
    #expect(code == "ledger.damaged")
  }

  @Test
  func `one query can be used with other values again`() throws {
    let scratch = try ScratchDatabase()
    let texts = try scratch.database.read { connection in
      try ["a", "b\u{0}c", "d"].map { text in
        try connection.first("SELECT \(text) || \("!")") { try $0.text(0) }
      }
    }
    #expect(texts == ["a!", "b\u{0}c!", "d!"])
  }
}
