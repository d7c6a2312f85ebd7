import Foundation
import Storage
import TestSupport
import Testing

@Suite(.enabled(if: PostgresServer.shared != nil, PostgresServer.absence))
struct PostgresFullDiskTests {
  @Test(.enabled(if: TinyDisk.isPossible, "needs the right to mount a tmpfs"))
  func `a full disk of the server is named, leaves nothing half written, and is forgotten`() throws
  {
    let server = try #require(PostgresServer.shared)
    let disk = try TinyDisk(kilobytes: 24 << 10)
    let (space, folder) = ("tiny" + PostgresServer.newSchema(), disk.path("space"))
    try #require(server.asOwner(["mkdir", folder]).status == 0)
    try server.psql("CREATE TABLESPACE \"\(space)\" LOCATION '\(folder)'")
    let made = try server.psql("CREATE DATABASE \"\(space)\" TABLESPACE \"\(space)\"")
    try #require(made.status == 0, "\(made.errors)")
    defer {
      // The disk goes last.
      defer { withExtendedLifetime(disk) {} }
      _ = try? server.psql("DROP DATABASE \"\(space)\" WITH (FORCE)")
      _ = try? server.psql("DROP TABLESPACE \"\(space)\"")
    }
    let database = try Database(
      at: LedgerAddress(server.address(schema: "s", database: space)), .createIfMissing)
    try database.migrate(
      [Migration(1, "t") { _ in ["CREATE TABLE t (part BIGINT, content BYTEA)"] }], now: 1)

    var random = RandomSource(seed: 53100)
    func insert(_ part: Int) throws {
      try database.write { connection in
        for _ in 0..<5 {
          let content = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &random) }
          try connection.execute("INSERT INTO t (part, content) VALUES (\(part), \(content))")
        }
      }
    }
    var kept = 0
    let code = try faultCode {
      for part in 0..<2000 {
        try insert(part)
        kept += 1
      }
    }
    #expect(code == "ledger.full")
    #expect(kept > 0)
    let count = try database.read { try $0.first("SELECT COUNT(*) FROM t") { try $0.int(0) } }
    #expect(count == kept * 5)
    #expect(try disk.grow(to: 64 << 10))
    try insert(kept)
    #expect(
      try database.read { try $0.first("SELECT COUNT(*) FROM t") { try $0.int(0) } } == kept * 5 + 5
    )
  }
}
