import Foundation
import Storage
import TestSupport
import Testing

struct FullDiskTests {
  private static let row = [UInt8](repeating: 7, count: 4000)

  @Test(.enabled(if: TinyDisk.isPossible, "needs the right to mount a tmpfs"))
  func `a full disk is named, leaves nothing half written, and is forgotten when there is room`()
    throws
  {
    let disk = try TinyDisk(kilobytes: 1024)
    let database = try Database(file: disk.path("ledger.db"), .createIfMissing)
    try database.write { try $0.execute("CREATE TABLE things (part INTEGER, content BLOB)") }
    let ballast = disk.path("ballast")
    try Data(count: 500_000).write(to: URL(fileURLWithPath: ballast))

    var kept = 0
    let code = try faultCode {
      for part in 0..<1000 {
        try database.write { connection in
          for _ in 0..<5 {
            try connection.execute(
              "INSERT INTO things (part, content) VALUES (\(part), \(Self.row))")
          }
        }
        kept += 1
      }
    }
    #expect(code == "ledger.full")
    #expect(kept > 0)
    #expect(try Self.count(database) == kept * 5)

    try FileManager.default.removeItem(atPath: ballast)
    try database.write { connection in
      for _ in 0..<5 {
        try connection.execute("INSERT INTO things (part, content) VALUES (\(kept), \(Self.row))")
      }
    }
    let reopened = try Database(file: disk.path("ledger.db"), .existing)
    #expect(try Self.count(reopened) == (kept + 1) * 5)
    #expect(try reopened.read { try $0.first("PRAGMA integrity_check") { try $0.text(0) } } == "ok")
  }

  @Test(.enabled(if: TinyDisk.isPossible, "needs the right to mount a tmpfs"))
  func `no new ledger on a disk that is full already`() throws {
    let disk = try TinyDisk(kilobytes: 64)
    try Data(count: 64 * 1024).write(to: URL(fileURLWithPath: disk.path("ballast")))
    let code = try faultCode {
      _ = try Database(file: disk.path("ledger.db"), .createIfMissing)
    }
    #expect(code == "ledger.full")
  }

  private static func count(_ database: Database) throws -> Int? {
    try database.read { try $0.first("SELECT COUNT(*) FROM things") { try $0.int(0) } }
  }
}
