import Foundation
import Storage
import TestSupport
import Testing

struct OpeningTests {
  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `somebody else's database is refused, and stays as it is to the byte`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("theirs.sqlite")
    let script =
      "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('CREATE TABLE theirs (x)')"
    #expect(try #require(Program.tool("python3")).run(["-c", script, file]).status == 0)
    let before = try folder.bytes("theirs.sqlite")
    for opening in [Database.Opening.existing, .createIfMissing] {
      let fault = try #require(throws: StorageFault.self) { try Database(file: file, opening) }
      #expect(fault.code == "ledger.not-a-ledger")
    }
    #expect(try folder.bytes("theirs.sqlite") == before)
  }

  @Test
  func `a ledger that isn't there is named, and no file appears`() throws {
    let folder = try TemporaryFolder()
    #expect {
      try Database(file: folder.path("none.db"), .existing)
    } throws: { error in
      let fault = error as? StorageFault
      return fault?.code == "ledger.missing" && fault?.message.contains("none.db") == true
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(arguments: [
    "x", "hello\n", "tag,name\nA-1,Laptop\n", String(repeating: "not a database ", count: 500),
  ])
  func `a text file is no ledger, and stays as it is`(_ text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("notes.txt", text)
    #expect(try faultCode { _ = try Database(file: path, .existing) } == "ledger.not-a-ledger")
    #expect(
      try faultCode { _ = try Database(file: path, .createIfMissing) } == "ledger.not-a-ledger")
    #expect(try folder.read("notes.txt") == text)
  }

  @Test
  func `an empty file that is named as a ledger is none`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("empty.db", "")
    #expect(try faultCode { _ = try Database(file: path, .existing) } == "ledger.not-a-ledger")
    #expect(try folder.bytes("empty.db") == [])
  }

  @Test
  func `a folder can't be opened as a ledger`() throws {
    let folder = try TemporaryFolder()
    #expect(try faultCode { _ = try Database(file: folder.path, .existing) } == "ledger.unreadable")
  }

  @Test
  func `a ledger in a folder that isn't there can't be made`() throws {
    let folder = try TemporaryFolder()
    let code = try faultCode {
      _ = try Database(file: folder.path("no/such/place.db"), .createIfMissing)
    }
    #expect(code == "ledger.unreadable")
  }

  /// Fills a database and closes it, so that all lies in one file.
  private func fill(_ path: String) throws {
    let database = try Database(file: path, .createIfMissing)
    try database.write { connection in
      try connection.execute("CREATE TABLE things (content BLOB)")
      for _ in 0..<100 {
        try connection.execute(
          "INSERT INTO things (content) VALUES (\([UInt8](repeating: 7, count: 900)))")
      }
    }
  }

  @Test
  func `a truncated ledger is damaged, not empty`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("ledger.db")
    try fill(path)
    let whole = try folder.bytes("ledger.db")
    try folder.write("ledger.db", Array(whole.prefix(whole.count / 2)))
    let code = try faultCode {
      let database = try Database(file: path, .existing)
      _ = try database.read { try $0.all("SELECT content FROM things") { try $0.blob(0) } }
    }
    #expect(code == "ledger.damaged")
  }

  @Test
  func `what another engine says reaches the message without its control characters`() throws {
    let scratch = try ScratchDatabase()
    #expect {
      try scratch.database.write { try $0.execute("SELECT * FROM \"\u{1B}[2J\"") }
    } throws: { error in
      (error as? StorageFault)?.message.unicodeScalars.contains("\u{1B}") == false
    }
  }
}
