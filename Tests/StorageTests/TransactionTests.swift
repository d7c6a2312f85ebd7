import Foundation
import Storage
import TestSupport
import Testing

@Suite(.onEachEngine) struct TransactionTests {
  private struct Refusal: Error {}

  private func scratchWithThings() throws -> ScratchDatabase {
    let scratch = try ScratchDatabase()
    try scratch.database.write {
      try $0.execute("CREATE TABLE things (number INTEGER NOT NULL PRIMARY KEY)")
    }
    return scratch
  }

  @Test
  func `a transaction that throws leaves nothing`() throws {
    let scratch = try scratchWithThings()
    #expect(throws: Refusal.self) {
      try scratch.database.write { connection in
        try connection.execute("INSERT INTO things (number) VALUES (\(1))")
        try connection.execute("CREATE TABLE others (number INTEGER)")
        throw Refusal()
      }
    }
    #expect(try scratch.count("SELECT COUNT(*) FROM things") == 0)
    #expect(try !scratch.hasTable("SELECT COUNT(*) FROM others"))
    try scratch.database.write { try $0.execute("INSERT INTO things (number) VALUES (\(1))") }
    #expect(try scratch.count("SELECT COUNT(*) FROM things") == 1)
  }

  @Test
  func `a statement that the schema refuses undoes its transaction`() throws {
    let scratch = try scratchWithThings()
    let code = try faultCode {
      try scratch.database.write { connection in
        try connection.execute("INSERT INTO things (number) VALUES (\(1))")
        try connection.execute("INSERT INTO things (number) VALUES (\(1))")
      }
    }
    #expect(code == "ledger.refused")
    #expect(try scratch.count("SELECT COUNT(*) FROM things") == 0)
  }

  @Test
  func `a reference to nothing is refused`() throws {
    let scratch = try scratchWithThings()
    let code = try faultCode {
      try scratch.database.write { connection in
        try connection.execute("CREATE TABLE parts (thing INTEGER REFERENCES things (number))")
        try connection.execute("INSERT INTO parts (thing) VALUES (\(9))")
      }
    }
    #expect(code == "ledger.refused")
  }

  @Test
  func `a read sees one state, whatever is written meanwhile`() throws {
    let scratch = try scratchWithThings()
    let other = try scratch.reopened()
    let (before, after) = try scratch.database.read { connection in
      let before = try connection.first("SELECT COUNT(*) FROM things") { try $0.int(0) }
      try other.write { try $0.execute("INSERT INTO things (number) VALUES (\(1))") }
      return (before, try connection.first("SELECT COUNT(*) FROM things") { try $0.int(0) })
    }
    #expect(before == 0)
    #expect(after == 0)
    #expect(try scratch.count("SELECT COUNT(*) FROM things") == 1)
  }

  @Test
  func `a read can't write`() throws {
    let scratch = try scratchWithThings()
    let code = try faultCode {
      try scratch.database.read { try $0.execute("INSERT INTO things (number) VALUES (\(1))") }
    }
    #expect(code != nil)
    #expect(try scratch.count("SELECT COUNT(*) FROM things") == 0)
  }

  @Test
  func `a write tells how many rows it changed`() throws {
    let scratch = try scratchWithThings()
    let changes = try scratch.database.write { connection in
      [
        try connection.changes("INSERT INTO things (number) VALUES (\(1)), (\(2))"),
        try connection.changes("INSERT INTO things (number) VALUES (\(2)) ON CONFLICT DO NOTHING"),
        try connection.changes("DELETE FROM things"),
      ]
    }
    #expect(changes == [2, 0, 2])
  }

  @Test
  func `writers of two connections take turns`() throws {
    let scratch = try scratchWithThings()
    let databases = [scratch.database, try scratch.reopened()]
    let faults = Faults()
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      faults.keep {
        for _ in 0..<100 {
          try databases[index].write { connection in
            let next = try connection.first("SELECT COUNT(*) FROM things") { try $0.int(0) }
            try connection.execute("INSERT INTO things (number) VALUES (\(next))")
          }
        }
      }
    }
    #expect(faults.all.isEmpty)
    #expect(try scratch.count("SELECT COUNT(*) FROM things") == 200)
    #expect(try scratch.count("SELECT MAX(number) FROM things") == 199)
  }
}
