import TestSupport
import Testing

/// Labels that a batch registers in the ledger.
struct IssuedLabelTests {
  @Test func `a label that was made is known before any asset has it`() throws {
    let tally = try Tally()
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
    let render = [
      "label", "render", "--template", "spare.yaml", "--serial-from", "7", "--count", "3", "--out",
      "out", "--ledger", "ledger.sqlite",
    ]
    #expect(try tally.run(render).output == "3 labels in out, 0 of 3 rows refused\n")
    let known = try tally("lookup", "SP-0008", "--format", "ndjson")
    #expect(known.status == 1)
    #expect(known.output.contains(#""unknown":"issued-but-unassigned""#))
    #expect(known.output.contains(#""issued_by":"tester""#))
    #expect(known.output.contains(#""row":2,"state":"issued","template":"spare""#))
    #expect(
      try tally("lookup", "SP-0011", "--format", "ndjson").output.contains(
        #""unknown":"foreign""#))
    let entries = try tally("ledger", "info", "--format", "ndjson").output
    for more in [[], ["--resume"]] {
      #expect(try tally.run(render + more).status == 0)
      #expect(try tally("ledger", "info", "--format", "ndjson").output == entries)
    }
    // What isn't written isn't there, but a label that would be written is registered before.
    #expect(try tally.run(render + ["--ledger", "/proc/none/ledger.sqlite"]).status == 2)
  }
}
