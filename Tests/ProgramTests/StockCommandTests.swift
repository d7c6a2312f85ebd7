import TestSupport
import Testing

/// `tally stock`, from the first part to the history.
struct StockCommandTests {
  private let tally: Tally

  init() throws {
    tally = try Tally()
    for command in [
      "location add HQ/1", "location add HQ/2", "stock part SCREW --name Screw",
      "stock part CABLE --name Cable --unit m", "stock part 4006381333931 --name Toner --lots",
    ] {
      try #require(try run(command).status == 0)
    }
  }

  private func run(_ command: String) throws -> Program.Result {
    try tally.run(command.split(separator: " ").map(String.init))
  }

  private func csv(_ command: String) throws -> [String] {
    Array(try run(command + " --format csv").lines.dropFirst())
  }

  @Test func `quantities go in, about and out, and the list says what is left`() throws {
    #expect(try csv("stock add CABLE 10.10 --location HQ/1") == ["CABLE,Cable,HQ/1,,10.1,m"])
    #expect(
      try csv("stock move CABLE 0.1 --from HQ/1 --to HQ/2")
        == ["CABLE,Cable,HQ/1,,10,m", "CABLE,Cable,HQ/2,,0.1,m"])
    #expect(try csv("stock issue CABLE 3 --location HQ/1") == ["CABLE,Cable,HQ/1,,7,m"])
    #expect(
      try csv("stock adjust CABLE --location HQ/1 --counted 6.5") == ["CABLE,Cable,HQ/1,,6.5,m"])
    #expect(
      try csv("stock adjust CABLE --location HQ/2 --by=-0.1 --note lost") == [
        "CABLE,Cable,HQ/2,,0,m"
      ])
    #expect(
      try csv("stock add 4006381333931 2 --location HQ/2 --lot L1") == [
        "4006381333931,Toner,HQ/2,L1,2,piece"
      ])
    #expect(try csv("stock list").count == 2)
    #expect(try csv("stock list --location HQ --part CABLE --zeros").count == 2)
    #expect(
      try csv("stock list --totals") == ["4006381333931,Toner,2,piece,1", "CABLE,Cable,6.5,m,1"])
    let history = try run("stock history --part CABLE --format ndjson").objects
    #expect(
      history.compactMap { $0["kind"] as? String }
        == ["corrected", "counted", "issued", "moved", "moved", "received"])
    #expect(history[0]["note"] as? String == "lost")
    #expect(history[0]["change"] as? String == "-0.1")
    #expect(history[0]["by"] as? String == "tester")
    #expect(try csv("stock history --limit 1").count == 1)
    #expect(try csv("stock parts").count == 3)
  }

  @Test func `a part is renamed, and one that is called like a command can be made`() throws {
    #expect(try csv("stock part edit SCREW --name Bolt --lots") == ["SCREW,Bolt,piece,yes"])
    #expect(try csv("stock part add edit --name x") == ["edit,x,piece,no"])
    #expect(try csv("stock part edit edit --unit m") == ["edit,x,m,no"])
    #expect(try run("stock part edit SCREW").status == 64)
    #expect(try run("ledger verify").status == 0)
  }

  @Test(arguments: [
    ("stock add SCREW 1,5 --location HQ/1", 2, "12.5"),
    ("stock add SCREW 1e3 --location HQ/1", 2, "1e3"),
    ("stock add SCREW 0 --location HQ/1", 2, "more than 0"),
    ("stock add SCREWS 1 --location HQ/1", 2, "Did you mean SCREW?"),
    ("stock add SCREW 1 --location HQ/9", 2, "HQ/9"),
    ("stock add SCREW 1 --location HQ/1 --lot L", 2, "lot"),
    ("stock add 4006381333931 1 --location HQ/1", 2, "--lot"),
    ("stock issue SCREW 1 --location HQ/1", 2, "has 0 piece"),
    ("stock move SCREW 1 --from HQ/1 --to HQ/1", 2, "both"),
    ("stock adjust SCREW --location HQ/1 --by 2", 2, "reason"),
    ("stock adjust SCREW --location HQ/1", 64, "--counted"),
    ("stock adjust SCREW --location HQ/1 --by 2 --counted 2", 64, "--counted"),
    ("stock part SCREW --name Other", 2, "already"),
    ("stock part S --name x --unit p\u{1B}c", 2, "unit"),
    ("stock history --limit 0", 64, "--limit"), ("stock list --part X", 2, "no part"),
  ])
  func `wrong input is refused, and says what was expected`(
    _ command: String, _ status: Int32, _ says: String
  ) throws {
    let result = try run(command)
    #expect(result.status == status)
    #expect(result.errors.contains(says), "\(result.errors)")
    #expect(!result.errors.contains("\u{1B}"))
    #expect(try run("stock list --zeros --format ndjson").output.isEmpty)
  }

  @Test func `less than nothing has to be asked for`() throws {
    #expect(
      try csv("stock issue SCREW 2 --location HQ/1 --allow-negative") == [
        "SCREW,Screw,HQ/1,,-2,piece"
      ])
    #expect(try csv("stock add SCREW 5 --location HQ/1") == ["SCREW,Screw,HQ/1,,3,piece"])
  }
}
