import Dispatch
import Storage
import Synchronization
import TestSupport
import Testing

/// Brief reads hold a state of the database from one to the next; nobody may notice.
@Suite(.onEachEngine) struct BriefReadTests {
  private func scratchWithCounter() throws -> ScratchDatabase {
    let scratch = try ScratchDatabase()
    try scratch.database.migrate(
      [Migration(1, "counter") { _ in ["CREATE TABLE counter (value BIGINT NOT NULL)"] }], now: 0)
    try scratch.database.write { try $0.execute("INSERT INTO counter (value) VALUES (\(0))") }
    return scratch
  }

  private func value(_ database: Database) throws -> Int {
    try database.readBriefly {
      try $0.first("SELECT value FROM counter") { try $0.int(0) } ?? -1
    }
  }

  @Test func `each read sees what was committed last, by whomever`() throws {
    let scratch = try scratchWithCounter()
    let other = try scratch.reopened()
    for number in 1...200 {
      let writer = number.isMultiple(of: 2) ? other : scratch.database
      try writer.write { try $0.execute("UPDATE counter SET value = \(number)") }
      #expect(try value(scratch.database) == number)
      #expect(try value(other) == number)
    }
  }

  @Test func `no reader falls behind what a writer was told is committed`() throws {
    let scratch = try scratchWithCounter()
    let database = scratch.database
    let committed = Atomic(0)
    let late = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      for number in 1...500 {
        if worker == 0 {
          try? database.write { try $0.execute("UPDATE counter SET value = \(number)") }
          committed.store(number, ordering: .sequentiallyConsistent)
        } else {
          let least = committed.load(ordering: .sequentiallyConsistent)
          let seen = (try? value(database)) ?? -1
          if seen < least { late.add(1, ordering: .relaxed) }
        }
      }
    }
    #expect(late.load(ordering: .relaxed) == 0)
    #expect(try value(database) == 500)
  }

  @Test func `statements of one brief read see one state`() throws {
    let scratch = try scratchWithCounter()
    let other = try scratch.reopened()
    try scratch.database.readBriefly { connection in
      let before = try connection.first("SELECT value FROM counter") { try $0.int(0) }
      try other.write { try $0.execute("UPDATE counter SET value = \(7)") }
      let after = try connection.first("SELECT value FROM counter") { try $0.int(0) }
      #expect(before == 0)
      #expect(after == 0)
    }
    #expect(try value(scratch.database) == 7)
  }

  @Test func `what is remembered is made anew after a commit`() throws {
    let scratch = try scratchWithCounter()
    func remembered() throws -> Int {
      try scratch.database.readBriefly { connection in
        try connection.remembered {
          try $0.first("SELECT value FROM counter") { try $0.int(0) } ?? -1
        }
      }
    }
    #expect(try remembered() == 0)
    try scratch.database.write { try $0.execute("UPDATE counter SET value = \(3)") }
    #expect(try remembered() == 3)
  }

  @Test func `a read that failed leaves nothing behind`() throws {
    struct Refusal: Error {}
    let scratch = try scratchWithCounter()
    #expect(throws: Refusal.self) { try scratch.database.readBriefly { _ in throw Refusal() } }
    #expect(try value(scratch.database) == 0)
  }
}
