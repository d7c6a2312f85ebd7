import TestSupport
import Testing

/// What becomes of labels, from `label render --verify` to `label void`.
struct LabelLifeCommandTests {
  private let tally: Tally

  init() throws {
    tally = try Tally()
    try tally.folder.write(
      "spare.yaml",
      """
      name: spare
      size: [30, 12]
      file: "{n:04}"
      elements:
        - qr-code: "SP-{n:04}"
          at: [2, 2]
          size: 8
      """)
    try tally.folder.write("assets.csv", "tag,name,location\nA-1,Lamp,HQ\nA-2,Desk,HQ\n")
    try #require(try run("asset import assets.csv").status == 0)
    let render =
      "label render --template spare.yaml --count 3 --out out --ledger ledger.sqlite --verify"
    try #require(try run(render).status == 0)
  }

  private func run(_ command: String) throws -> Program.Result {
    try tally.run(command.split(separator: " ").map(String.init))
  }

  private func states() throws -> [String] {
    try run("label issued --format ndjson").objects.compactMap { $0["state"] as? String }
  }

  @Test func `a label is verified, attached, replaced, and a lookup tells`() throws {
    #expect(try states() == ["verified", "verified", "verified"])
    #expect(
      try run("label attach SP-0001 A-1 --format csv").lines.last?.hasPrefix(
        "SP-0001,attached,A-1,spare,1,1") == true)
    #expect(try run("lookup SP-0001 --format csv").lines.last?.hasPrefix("A-1,") == true)
    #expect(try run("label replace SP-0001 --by SP-0002 --reason worn").status == 0)
    let lookup = try run("lookup SP-0001 --format table")
    #expect(lookup.status == 0)
    #expect(
      lookup.output.contains("It was replaced by “SP-0002” (worn); nobody should come across it."))
    #expect(try run("label void SP-0003 --reason torn").status == 0)
    #expect(try run("lookup SP-0003 --format table").output.contains("It was voided (torn)"))
    #expect(try states() == ["replaced", "attached", "voided"])
    #expect(try run("label issued --state voided --format csv").lines.count == 2)
    let status = try run("label status SP-0001 --format table").output
    for word in ["issued", "verified", "attached", "replaced", "worn", "tester"] {
      #expect(status.contains(word), "\(word)")
    }
    #expect(try run("label retire SP-0002").status == 0)
  }

  @Test(arguments: [
    ("label attach SP-0009 A-1", 2, "SP-0009"), ("label attach SP-0001 A-9", 2, "A-9"),
    ("label retire SP-0001", 2, "printed, attached, voided"),
    ("label void SP-0001", 64, "--reason"),
    ("label replace SP-0001 --by SP-0002", 2, "can't become replaced"),
    ("label status X", 2, "tally label issued"), ("label issued --state old", 64, "old"),
  ])
  func `wrong input is refused, and changes nothing`(
    _ command: String, _ status: Int32, _ says: String
  ) throws {
    let result = try run(command)
    #expect(result.status == status)
    #expect(result.errors.contains(says), "\(result.errors)")
    #expect(try states() == ["verified", "verified", "verified"])
  }

  @Test func `what a printer took is printed`() throws {
    let printer = try #require(Listener(isSix: false))
    let received = printer.receiveAll()
    let result = try run(
      "label print --template spare.yaml --count 2 --ledger ledger.sqlite --printer "
        + "tcp://127.0.0.1:\(printer.port)")
    received.wait()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try states() == ["printed", "printed", "verified"])
  }
}
