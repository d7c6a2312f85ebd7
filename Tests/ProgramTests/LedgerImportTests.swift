import Foundation
import TestSupport
import Testing

/// A ledger that is exported and imported on the command line.
@Suite(.onEachEngine) struct LedgerImportTests {
  private let old: Tally
  /// Whose ledger isn't there yet.
  private let new: Tally

  /// A ledger of 106 entries.
  init() throws {
    (old, new) = (try Tally.onEngine(), try Tally.onEngine())
    let rows = (1...100).map { "A-\($0),Müller's “\($0)”,HQ/1" }.joined(separator: "\n")
    try old.folder.write("assets.csv", "tag,name,location\n\(rows)\n")
    for step in [
      ["asset", "import", "assets.csv"], ["asset", "move", "A-7", "--to", "HQ"],
      ["asset", "edit", "A-8", "--name", "Ämter \"ß\""],
      ["location", "edit", "HQ", "--name", "Main"],
      ["asset", "field", "add", "Colour"],
    ] {
      let result = try old.run(step)
      try #require(result.status == 0, "\(result.errors)")
    }
    try #require(old("ledger", "export", new.folder.path("export")).status == 0)
  }

  @Test func `an exported ledger is imported, and goes on from there`() throws {
    let key = try #require(
      old("ledger", "info", "--format", "json").object["verifier_key"] as? String)
    _ = try old("ledger", "checkpoint", "--out", new.folder.path("kept"))
    let imported = try new("ledger", "import", "export", "--key", key, "--format", "json")
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.errors == "")
    #expect(imported.object["imported_key"] as? String == key)
    #expect(imported.object["entries"] as? Int == 106)
    for list in [["asset", "list"], ["location", "list"], ["asset", "history", "A-7"]] {
      #expect(try new.run(list).output == old.run(list).output)
    }
    #expect(try new("location", "add", "HQ/2").status == 0)
    #expect(try new("ledger", "verify").status == 0)
    #expect(try new("ledger", "verify", "--checkpoint", "kept").status == 0)
    let info = try new("ledger", "info", "--format", "json").object
    #expect(info["former_keys"] as? [String] == [key])
    #expect(try new("ledger", "export", "again").status == 0)
    #expect(try new("ledger", "verify", "--export", "again").status == 0)
    if let python = Program.tool("python3"), Program.tool("openssl") != nil {
      let checker = ProjectFolder.path("Tests/Oracles/ledger_export.py")
      let its = try #require(info["verifier_key"] as? String)
      let checked = try python.run([checker, new.folder.path("again"), its])
      #expect(checked.status == 0, "\(checked.errors)")
    }
  }

  @Test func `from standard input, with a remark where nobody said whose it must be`() throws {
    let imported = try new("ledger", "import", "-", input: new.folder.read("export"))
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.errors.contains("--key"))
    #expect(try new("ledger", "verify").status == 0)
    let again = try new("ledger", "import", "export")
    #expect(again.status == 2)
    #expect(again.errors.contains("new one only"))
    #expect(try new("ledger", "info", "--format", "json").object["entries"] as? Int == 106)
  }

  @Test func `a file that was cut off leaves nothing behind`() throws {
    let text = try new.folder.read("export")
    try new.folder.write("cut", String(text.prefix(text.count / 2)))
    let refused = try new("ledger", "import", "cut")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("cut off after entry"))
    #expect(try new("ledger", "info").status == 2)
    let files = try FileManager.default.contentsOfDirectory(atPath: new.folder.path)
    #expect(files.sorted() == ["cut", "export"])
  }
}
