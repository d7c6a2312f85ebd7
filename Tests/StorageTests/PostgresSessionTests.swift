import Dispatch
import Foundation
import Storage
import TestSupport
import Testing

/// What is sent without waiting, what is read in portions, and connections that break.
@Suite(.enabled(if: PostgresServer.shared != nil, PostgresServer.absence))
struct PostgresSessionTests {
  private let server: PostgresServer
  private let database: Database
  private let name = PostgresServer.newSchema()

  init() throws {
    server = try #require(PostgresServer.shared)
    database = try Database(
      at: LedgerAddress(server.address(schema: name) + "&application_name=\(name)"),
      .createIfMissing)
    try database.migrate(
      [
        Migration(1, "things") { dialect in
          ["CREATE TABLE things (number \(dialect.integerKey), name \(dialect.text))"]
        }
      ], now: 1)
  }

  private func count() throws -> Int? {
    try database.read { try $0.first("SELECT COUNT(*) FROM things") { try $0.int(0) } }
  }

  private func fill(_ numbers: Range<Int>) throws {
    try database.write { connection in
      for number in numbers {
        try connection.execute("INSERT INTO things (number, name) VALUES (\(number), \("x"))")
      }
    }
  }

  /// Ends all connections of this test, as a server does that is started anew.
  private func cutConnections() throws {
    try server.psql(
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '\(name)'"
    )
  }

  @Test func `thousands of statements go out without waiting, and all arrive`() throws {
    try fill(0..<3000)
    #expect(try count() == 3000)
  }

  @Test func `a refused statement among those undoes all, and says why`() throws {
    try fill(7..<8)
    #expect {
      try fill(0..<2000)
    } throws: {
      let fault = $0 as? StorageFault
      return fault?.code == "ledger.refused" && fault?.message.contains("(number)=(7)") == true
    }
    #expect(try count() == 1)
    try fill(8..<9)
    #expect(try count() == 2)
  }

  @Test func `a refusal that the closure doesn't mind still keeps the rest from being written`()
    throws
  {
    try fill(7..<8)
    let code = try faultCode {
      try database.write { connection in
        try connection.execute("INSERT INTO things (number) VALUES (\(1))")
        try? connection.execute("INSERT INTO things (number) VALUES (\(7))")
        _ = try? connection.first("SELECT COUNT(*) FROM things") { try $0.int(0) }
      }
    }
    #expect(code == "ledger.refused")
    #expect(try count() == 1)
  }

  @Test func `a long result comes in portions, while other statements run`() throws {
    try fill(0..<1300)
    for read in [database.read, database.write] as [((Connection) throws -> Void) throws -> Void] {
      var numbers: [Int] = []
      try read { connection in
        try connection.forEach("SELECT number FROM things WHERE number >= \(0) ORDER BY number") {
          row in
          let number = try row.int(0)
          if number % 400 == 0 {
            try connection.forEach("SELECT name FROM things WHERE number = \(number)") {
              let name = try $0.text(0)
              #expect(name == "x")
            }
          }
          numbers.append(number)
        }
      }
      #expect(numbers == Array(0..<1300))
    }
  }

  @Test func `a closure that stops in the middle of a long result leaves the connection usable`()
    throws
  {
    struct Stop: Error {}
    try fill(0..<1300)
    try database.write { connection in
      #expect(throws: Stop.self) {
        try connection.forEach("SELECT number FROM things") { _ in throw Stop() }
      }
      try connection.execute("DELETE FROM things WHERE number < \(1000)")
    }
    #expect(try count() == 300)
  }

  @Test func `sums and truths are whole numbers`() throws {
    for numbers in [
      [0, 0], [1, 2], [9_999, 10_001], [-10_000, 0], [Int.max, 0], [Int.min, 0], [1 << 40, 7],
    ] {
      let sum = try database.read {
        try $0.first(
          "SELECT SUM(n) FROM (VALUES (\(numbers[0])), (\(numbers[1]))) AS v (n)"
        ) { try $0.int(0) }
      }
      #expect(sum == numbers[0] + numbers[1])
    }
    let tooLarge = try faultCode {
      _ = try database.read {
        try $0.first("SELECT SUM(n) FROM (VALUES (\(Int.max)), (\(1))) AS v (n)") { try $0.int(0) }
      }
    }
    #expect(tooLarge == "ledger.damaged")
    #expect(
      try database.read { try $0.first("SELECT EXISTS (SELECT 1)") { try $0.bool(0) } } == true)
  }

  @Test func `a server that was started anew is found again, for reads and writes`() throws {
    try fill(0..<1)
    try cutConnections()
    #expect(try count() == 1)
    try cutConnections()
    let next = try database.write { connection in
      let next = try connection.first("SELECT COUNT(*) FROM things") { try $0.int(0) } ?? 0
      try connection.execute("INSERT INTO things (number) VALUES (\(next))")
      return next
    }
    #expect(next == 1)
    #expect(try count() == 2)
  }

  @Test
  func `a transaction whose connection breaks in the middle leaves nothing, and isn't repeated`()
    throws
  {
    var runs = 0
    let code = try faultCode {
      try database.write { connection in
        runs += 1
        _ = try connection.changes("INSERT INTO things (number) VALUES (\(1))")
        try cutConnections()
        _ = try connection.changes("INSERT INTO things (number) VALUES (\(2))")
      }
    }
    #expect(code == "ledger.unreachable")
    #expect(runs == 1)
    #expect(try count() == 0)
  }

  @Test
  func `a connection that breaks at the commit leaves the outcome open, and the fault says so`()
    throws
  {
    #expect {
      try database.write { connection in
        _ = try connection.changes("INSERT INTO things (number) VALUES (\(1))")
        try cutConnections()
      }
    } throws: {
      let fault = $0 as? StorageFault
      return fault?.code == "ledger.unreachable"
        && fault?.message.contains("as a whole or not") == true
    }
    #expect(try count() == 0)
  }

  @Test func `more threads than connections take turns`() throws {
    try fill(0..<10)
    let faults = Faults()
    let group = DispatchGroup()
    for _ in 0..<24 {
      group.enter()
      Thread {
        faults.keep {
          for _ in 0..<20 {
            let found = try count()
            #expect(found == 10)
          }
        }
        group.leave()
      }.start()
    }
    group.wait()
    #expect(faults.all.isEmpty)
    let open = try server.psql(
      "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = '\(name)'"
    ).output
    #expect((Int(open.dropLast()) ?? 0) <= 8)
  }

  @Test func `what is committed outlasts a crash of the server`() throws {
    let other = try PostgresServer()
    let address = try LedgerAddress(other.address(schema: "tallymark"))
    let before = try Database(at: address, .createIfMissing)
    try before.migrate([Migration(1, "t") { _ in ["CREATE TABLE t (n BIGINT)"] }], now: 1)
    for number in 0..<20 {
      try before.write { try $0.execute("INSERT INTO t (n) VALUES (\(number))") }
    }
    try other.restart()
    let count = try before.read { try $0.first("SELECT COUNT(*) FROM t") { try $0.int(0) } }
    #expect(count == 20)
  }
}
