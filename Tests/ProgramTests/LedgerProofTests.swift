import Foundation
import TestSupport
import Testing

/// The log proves itself on the command line, and to a checker that isn't ours.
struct LedgerProofTests {
  private let tally: Tally
  private let key: String

  /// A ledger of 21 entries.
  init() throws {
    tally = try Tally()
    let rows = (1...20).map { "A-\($0),Müller's “\($0)”,HQ" }.joined(separator: "\n")
    try tally.folder.write("assets.csv", "tag,name,location\n\(rows)\n")
    try #require(try tally("asset", "import", "assets.csv").status == 0)
    let info = try tally("ledger", "info", "--format", "json").object
    key = try #require(info["verifier_key"] as? String)
  }

  @Test func `a ledger is verified, by itself and by a checkpoint that was kept`() throws {
    let verified = try tally("ledger", "verify", "--format", "json")
    #expect(verified.status == 0)
    #expect(verified.object["entries"] as? Int == 21)
    #expect(try tally("ledger", "checkpoint", "--out", "kept").status == 0)
    let printed = try tally("ledger", "checkpoint").lines
    #expect(try tally.folder.read("kept") == printed.map { $0 + "\n" }.joined())
    #expect(printed[1] == "21")
    #expect(printed[2] == verified.object["root"] as? String)
    _ = try tally("location", "add", "HQ/2")
    #expect(try tally("ledger", "verify", "--checkpoint", "kept").status == 0)
    #expect(try tally("ledger", "verify", "--checkpoint", "kept", "--key", key).status == 0)

    let other = try Tally()
    _ = try other("location", "add", "HQ")
    try other.folder.write("kept", try tally.folder.read("kept"))
    let foreign = try other("ledger", "verify", "--checkpoint", "kept", "--format", "table")
    #expect(foreign.status == 1)
    #expect(foreign.output.contains("no valid signature"))
    let anew = try other("ledger", "verify", "--checkpoint", "kept", "--key", key)
    #expect(anew.status == 1)
    #expect((anew.object["finding"] as? [String: Any])?["code"] as? String == "checkpoint.mismatch")
  }

  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `an entry that somebody changed is named, with status 1`() throws {
    let script = """
      import sqlite3, sys
      ledger = sqlite3.connect(sys.argv[1])
      ledger.execute("DROP TRIGGER entries_refuse_update")
      ledger.execute("UPDATE entries SET payload = REPLACE(payload, 'A-7', 'A-8') WHERE seq = 8")
      ledger.commit()
      """
    let python = try #require(Program.tool("python3"))
    try #require(try python.run(["-c", script, tally.folder.path("ledger.sqlite")]).status == 0)
    let verified = try tally("ledger", "verify", "--format", "json")
    #expect(verified.status == 1)
    let finding = verified.object["finding"] as? [String: Any]
    #expect(finding?["seq"] as? Int == 8)
    #expect(finding?["code"] as? String == "entry.changed")
    #expect(verified.object["entries"] as? Int == 7)
  }

  @Test func `proofs are checked without a ledger`() throws {
    let elsewhere = try TemporaryFolder()
    let checks = ["ledger", "verify", "--key", key, "--proof"]
    for what in ["1", "17", "21", "0..21", "1..21", "8..21", "13..20", "21..21"] {
      let proof = try tally("ledger", "prove", what)
      #expect(proof.status == 0)
      try elsewhere.write("proof.json", proof.output)
      let arguments = checks + [elsewhere.path("proof.json"), "--format", "json"]
      let checked = try Tally.program.run(arguments, in: elsewhere.path)
      #expect(checked.status == 0, "\(what)")
      #expect(checked.object["proven"] as? Bool == true)
    }
    let proof = try tally("ledger", "prove", "5").output
    let forged = proof.replacing("\"seq\" : 5", with: "\"seq\" : 6")
    try elsewhere.write("forged.json", forged)
    let checked = try Tally.program.run(
      checks + [elsewhere.path("forged.json"), "--format", "json"], in: elsewhere.path)
    #expect(checked.status == 1)
    #expect(checked.object["proven"] as? Bool == false)
  }

  @Test(
    .enabled(
      if: Program.tool("python3") != nil && Program.tool("openssl") != nil,
      "python3 or openssl is not installed"))
  func `another program checks proofs with the key alone`() throws {
    let python = try #require(Program.tool("python3"))
    let checker = ProjectFolder.path("Tests/Oracles/ledger_proof.py")
    let numbers = (1...21).map(String.init) + (0...21).map { "\($0)..21" } + ["3..7", "5..16"]
    for what in numbers {
      try #require(try tally("ledger", "prove", what, "--out", "proof.json").status == 0)
      let checked = try python.run([checker, tally.folder.path("proof.json"), key])
      #expect(checked.status == 0, "\(what): \(checked.errors)")
    }
    let proof = try tally("ledger", "prove", "5").output
    for (old, new) in [("A-4", "A-5"), ("\"seq\" : 5", "\"seq\" : 6"), ("\\n21\\n", "\\n20\\n")] {
      let forged = proof.replacing(old, with: new)
      try #require(forged != proof)
      try tally.folder.write("forged.json", forged)
      #expect(try python.run([checker, tally.folder.path("forged.json"), key]).status == 1)
    }
  }
}
