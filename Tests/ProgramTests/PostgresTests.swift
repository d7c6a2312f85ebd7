import Foundation
import TestSupport
import Testing

/// The commands with a ledger on PostgreSQL.
@Suite(.enabled(if: PostgresServer.shared != nil, PostgresServer.absence))
struct PostgresTests {
  private let server: PostgresServer
  private let tally: Tally

  init() throws {
    server = try #require(PostgresServer.shared)
    tally = try Tally.onPostgres(server)
  }

  private func importAssets(_ count: Int) throws {
    let rows = (1...count).map { "A-\($0),Müller's “\($0)”,HQ/1" }.joined(separator: "\n")
    try tally.folder.write("assets.csv", "tag,name,location\n\(rows)\n")
    let result = try tally("asset", "import", "assets.csv")
    try #require(result.status == 0, "\(result.errors)")
  }

  @Test func `a year of a ledger: import, count, close, prove, look up`() throws {
    try importAssets(30)
    #expect(try tally("asset", "import", "assets.csv").status == 0, "again, which changes nothing")
    #expect(try tally("stocktake", "open", "Autumn", "--scope", "HQ").status == 0)
    let codes = (1...29).map { "A-\($0)" } + ["X-1"]
    let recorded = try tally.run(
      ["stocktake", "record", "Autumn", "--location", "HQ/1", "--format", "json", "--code"] + codes)
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(recorded.object["recorded"] as? Int == 30)
    let closed = try tally("stocktake", "close", "Autumn")
    #expect(closed.status == 0, "\(closed.errors)")
    let report = try tally("stocktake", "report", "Autumn", "--format", "json")
    let summary = report.object["summary"] as? [String: Any]
    #expect(summary?["expected"] as? Int == 30)
    #expect((summary?["outcomes"] as? [String: Int])?["found"] == 29)

    let verified = try tally("ledger", "verify", "--format", "json")
    #expect(verified.status == 0, "\(verified.output)")
    #expect(try tally("ledger", "prove", "7", "--out", "proof.json").status == 0)
    let key = try #require(
      tally("ledger", "info", "--format", "json").object["verifier_key"] as? String)
    let proof = try tally("ledger", "verify", "--proof", "proof.json", "--key", key)
    #expect(proof.status == 0, "\(proof.errors)")

    let found = try tally("lookup", "A-7", "--format", "json")
    #expect(found.status == 0)
    #expect(found.output.contains("Müller's “7”"))
    #expect(try tally("lookup", "nobody's").status == 1)
  }

  @Test func `both engines give the same report, byte for byte`() throws {
    let script = [
      ["asset", "import", "assets.csv"], ["stocktake", "open", "S", "--scope", "HQ"],
      ["stocktake", "record", "S", "--location", "HQ/1", "--code", "A-1", "A-2", "Ä", "ä", "a"],
    ]
    let outputs = try [tally, Tally()].map { tally in
      try tally.folder.write(
        "assets.csv", "tag,name,location\nA-1,b,HQ/1\na-2,B,HQ/2\nÄ-3,Z,HQ/1\n")
      for step in script { #expect(try tally.run(step).status == 0) }
      return try tally("stocktake", "report", "S", "--format", "csv").output
        + tally("asset", "list", "--format", "csv").output
        + tally("location", "list", "--format", "csv").output
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0].contains("A-1"))
  }

  @Test func `a ledger that isn't there is named without its password, and not made`() throws {
    let address = server.address(schema: "none", user: "tester:secret")
    let result = try tally("lookup", "A-1", "--ledger", address)
    #expect(result.status == 2)
    #expect(result.errors.contains("schema=none"))
    #expect(!result.errors.contains("secret"))
    #expect(try server.psql("SELECT 1 FROM pg_namespace WHERE nspname = 'none'").output == "")
    let info = try tally("ledger", "info", "--ledger", address)
    #expect(info.status == 2)
    #expect(!info.errors.contains("secret"))
  }

  @Test func `an account with the rights that the page names works with a ledger of another one`()
    throws
  {
    try importAssets(3)
    let schema = try #require(tally.ledger.split(separator: "=").last)
    let counter = "counter-\(schema.suffix(12))"
    let granted = try server.psql(
      """
      CREATE ROLE "\(counter)" LOGIN;
      GRANT USAGE ON SCHEMA "\(schema)" TO "\(counter)";
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "\(schema)" TO "\(counter)";
      """)
    try #require(granted.status == 0, "\(granted.errors)")
    let address = server.address(schema: String(schema), user: counter)
    let added = try tally("location", "add", "HQ/2", "--ledger", address)
    #expect(added.status == 0, "\(added.errors)")
    #expect(try tally("ledger", "verify", "--ledger", address).status == 0)
    for change in ["DELETE FROM", "TRUNCATE", "DROP TABLE"] {
      let refused = try server.psql(
        "SET ROLE \"\(counter)\"; SET search_path = \"\(schema)\"; \(change) entries")
      #expect(refused.status != 0)
    }
  }
}
