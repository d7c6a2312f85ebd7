import Storage
import TestSupport
import Testing

/// What a server may refuse, and what it is called.
@Suite(.enabled(if: PostgresServer.shared != nil, PostgresServer.absence))
struct PostgresOpeningTests {
  private let server: PostgresServer
  private let schema = PostgresServer.newSchema()

  init() throws { server = try #require(PostgresServer.shared) }

  private func fault(_ address: String, _ opening: Database.Opening) throws -> StorageFault {
    try #require(throws: StorageFault.self) { try Database(at: LedgerAddress(address), opening) }
  }

  @Test func `a schema that isn't there is named, and not made`() throws {
    let fault = try fault(server.address(schema: schema), .existing)
    #expect(fault.code == "ledger.missing")
    #expect(fault.message.contains(schema))
    #expect(try server.psql("SELECT 1 FROM pg_namespace WHERE nspname = '\(schema)'").output == "")
  }

  @Test func `an empty schema is no ledger, and somebody else's isn't either`() throws {
    try server.psql("CREATE SCHEMA \"\(schema)\"")
    #expect(try fault(server.address(schema: schema), .existing).code == "ledger.missing")
    try server.psql("CREATE TABLE \"\(schema)\".theirs (x INTEGER)")
    #expect(try fault(server.address(schema: schema), .existing).code == "ledger.not-a-ledger")
  }

  @Test func `a schema may have any name`() throws {
    let name = "a%20%22b%22;%20DROP%20--ä" + schema.prefix(9)
    _ = try Database(at: LedgerAddress(server.address(schema: name)), .createIfMissing)
    #expect(
      try server.psql(
        "SELECT 1 FROM pg_namespace WHERE nspname = 'a \"b\"; DROP --ä\(schema.prefix(9))'"
      )
      .output == "1\n")
  }

  @Test func `no server, no database and no account are told apart`() throws {
    let nowhere = try fault("postgres:///x?host=/nowhere", .existing)
    #expect(nowhere.code == "ledger.unreachable")
    #expect(nowhere.message.contains("/nowhere"))
    let database = try fault(server.address(schema: "x", database: "nothing"), .createIfMissing)
    #expect(database.code == "ledger.missing")
    let account = try fault(server.address(schema: "x", user: "nobody:secret"), .existing)
    #expect(account.code == "ledger.denied")
    #expect(!account.message.contains("secret"))
    #expect(!account.message.contains("LOCATION"))
  }

  @Test func `an account that needs a password, and none or a wrong one`() throws {
    // A server of its own: who may come in is the whole server's.
    let (server, name) = (try PostgresServer(), "clerk")
    try server.psql("CREATE ROLE \(name) LOGIN PASSWORD 'right'")
    _ = try server.asOwner([
      "/bin/sh", "-c",
      "echo 'local all \(name) scram-sha-256\nlocal all all trust' >$0/data/pg_hba.conf",
      server.folder,
    ])
    try server.psql("SELECT pg_reload_conf()")
    for user in [name, "\(name):wrong"] {
      let denied = try fault(server.address(schema: "x", user: user), .existing)
      #expect(denied.code == "ledger.denied", "\(denied.message)")
      #expect(denied.message.contains("password"))
      #expect(!denied.message.contains("wrong"))
    }
    let right = try fault(server.address(schema: "x", user: "\(name):right"), .existing)
    #expect(right.code == "ledger.missing")
  }

  @Test func `an account without rights is told so`() throws {
    let name = "guest" + schema.suffix(12)
    try server.psql("CREATE ROLE \"\(name)\" LOGIN; CREATE SCHEMA \"\(schema)\"")
    let address = server.address(schema: schema, user: name)
    #expect(try fault(address, .existing).code == "ledger.denied")
    let create = try fault(
      server.address(schema: PostgresServer.newSchema(), user: name), .createIfMissing)
    #expect(create.code == "ledger.denied")
    try server.psql("GRANT USAGE ON SCHEMA \"\(schema)\" TO \"\(name)\"")
    let database = try Database(at: LedgerAddress(address), .createIfMissing)
    #expect(
      try faultCode {
        try database.migrate([Migration(1, "x") { _ in ["CREATE TABLE x (y TEXT)"] }], now: 1)
      }
        == "ledger.denied")
  }

  @Test func `a database that can't keep every letter is refused`() throws {
    let name = "latin" + schema.suffix(12)
    try server.psql(
      "CREATE DATABASE \"\(name)\" ENCODING LATIN1 LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0"
    )
    let fault = try fault(server.address(schema: "x", database: name), .createIfMissing)
    #expect(fault.code == "ledger.unsupported")
    #expect(fault.message.contains("LATIN1"))
  }

  @Test func `an account that has used up its connections is told that the server is busy`() throws
  {
    let name = "busy" + schema.suffix(12)
    try server.psql(
      "CREATE ROLE \"\(name)\" LOGIN CONNECTION LIMIT 1; GRANT CREATE ON DATABASE postgres TO \"\(name)\""
    )
    let address = server.address(schema: schema, user: name)
    let database = try Database(at: LedgerAddress(address), .createIfMissing)
    #expect(try fault(address, .createIfMissing).code == "ledger.busy")
    #expect(try database.read { try $0.first("SELECT 1") { try $0.int(0) } } == 1)
  }
}
