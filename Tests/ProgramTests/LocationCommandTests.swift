import TestSupport
import Testing

/// `tally location edit`, `close` and `reopen`.
struct LocationCommandTests {
  private let tally: Tally

  init() throws {
    tally = try Tally()
    try #require(try run("location add HQ/1/101").status == 0)
    try #require(try run("location add Store").status == 0)
  }

  private func run(_ command: String, input: String? = nil) throws -> Program.Result {
    try tally.run(command.split(separator: " ").map(String.init), input: input)
  }

  @Test func `a location is renamed, moved, closed and reopened`() throws {
    let edited = try run(
      "location edit HQ/1 --name Library --kind office --parent Store --format csv")
    #expect(edited.lines.last == "HQ/1,Library,office,Store,yes")
    #expect(
      try run("location edit HQ/1 --root --format csv").lines.last == "HQ/1,Library,office,,yes")
    #expect(
      try run("location close HQ/1 --reason rebuilt --format csv").lines.last
        == "HQ/1,Library,office,,no")
    let refused = try run("asset import - --input csv", input: "tag,location\nA-1,HQ/1/101\n")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("“HQ/1/101” lies in “HQ/1”, which is closed"))
    #expect(try run("location reopen HQ/1").status == 0)
    #expect(
      try run("asset import - --input csv", input: "tag,location\nA-1,HQ/1/101\n").status == 0)
  }

  @Test(arguments: [
    ("location edit HQ --parent HQ/1/101", 2, "lies in it"),
    ("location edit HQ --parent HQ", 2, "itself"),
    ("location edit HQ", 64, "--name"), ("location edit HQ --root --parent Store", 64, "--root"),
    ("location edit HR --name x", 2, "Did you mean HQ?"), ("location close HR", 2, "HR"),
    ("location edit HQ --name STORE", 2, "already"), ("location reopen HQ", 2, "isn't closed"),
    ("location add hq", 2, "differs from it only"), ("location edit HQ --kind hall", 64, "hall"),
  ])
  func `wrong input is refused, and changes nothing`(
    _ command: String, _ status: Int32, _ says: String
  ) throws {
    let before = try run("location list --format ndjson").output
    let result = try run(command)
    #expect(result.status == status)
    #expect(result.errors.contains(says), "\(result.errors)")
    #expect(try run("location list --format ndjson").output == before)
  }
}
