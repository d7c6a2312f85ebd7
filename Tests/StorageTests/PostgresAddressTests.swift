import Storage
import Testing

struct PostgresAddressTests {
  @Test(arguments: [
    (
      "postgres://ann:secret@db.example:5433/books",
      "postgres://ann@db.example:5433/books?schema=tallymark"
    ),
    ("postgresql://db.example/books?schema=hq", "postgres://db.example/books?schema=hq"),
    (
      "postgres:///books?host=/run/pg&schema=a%20b&password=secret",
      "postgres:///run/pg/books?schema=a b"
    ),
    ("postgres://ann:sec?ret@h/books?schema=x&sslmode=require", "postgres://ann@h/books?schema=x"),
    ("postgres://h/books?schema=%1B%5B2J", "postgres://h/books?schema=\\u{1B}[2J"),
  ])
  func `an address is shown without its password`(_ text: String, _ shown: String) throws {
    let address = try LedgerAddress(text)
    #expect(address.description == shown)
    #expect(address.path == nil)
  }

  @Test(arguments: ["", "mysql://ann:secret@h/x", "postgres:x", "postgres:/x", "Postgres://h/x"])
  func `what looks like another address doesn't become a file of that name`(text: String) throws {
    let fault = try #require(throws: StorageFault.self) { try LedgerAddress(text) }
    #expect(fault.code == "ledger.address")
    #expect(fault.message.contains("postgres://"))
    #expect(!fault.message.contains("secret"))
  }

  @Test(arguments: ["tally.sqlite", "/var/lib/x", "postgres", "a:b", "postgres.sqlite"])
  func `anything else is a path`(_ text: String) throws {
    #expect(try LedgerAddress(text) == .file(text))
  }

  @Test(arguments: [
    "postgres://ann:sec%zzret@h/x", "postgres://[::1/x", "postgres://h/x?nonsense=secret",
    "postgres://ann:secret@h:port:5/x?a", "postgres://h/x?schema=",
    "postgres://h/x?schema=pg_toast",
    "postgres://h/x?schema=%00", "postgres://h/x?schema=" + String(repeating: "ä", count: 32),
  ])
  func `a wrong address is refused, and nothing secret is quoted`(_ text: String) throws {
    #expect {
      try LedgerAddress(text)
    } throws: { error in
      let fault = error as? StorageFault
      return fault?.code == "ledger.address" && fault?.message.contains("ret@") == false
        && fault?.message.contains("secret") == false
    }
  }
}
