import Foundation
import TestSupport
import Testing

/// `tally asset import` and `export` as people use them.
struct ImportTests {
  private let tally: Tally

  init() throws {
    tally = try Tally()
    try tally.folder.write(
      "assets.csv", "tag,name,location\nA-1,Chair,HQ/1\nA-2,Desk,HQ/1\nA-3,Lamp,HQ/1\n")
  }

  @Test func `what is guessed is said, and --quiet says nothing`() throws {
    try tally.folder.write("w.csv", Array("tag;name\nA-1;M".utf8) + [0xFC] + Array("ller\n".utf8))
    let said = try tally("asset", "import", "w.csv")
    #expect(said.errors == "w.csv: reading as Windows-1252, CSV separated by semicolons\n")
    #expect(try tally("asset", "show", "A-1", "--format", "json").output.contains("Müller"))
    #expect(try tally("asset", "import", "w.csv", "--quiet").errors.isEmpty)
    let wrong = try tally("asset", "import", "w.csv", "--encoding", "utf-8")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("line 2: column 2 (“name”) isn't UTF-8"))
    let tabs = try tally("asset", "import", "w.csv", "--delimiter", "tab")
    #expect(tabs.status == 2)
    #expect(tabs.errors.contains("no column “tag”"))
  }

  @Test func `a dry run tells the difference and leaves the ledger as it was`() throws {
    try #require(try tally("asset", "import", "assets.csv").status == 0)
    let before = try contents()
    try tally.folder.write(
      "next.csv", "tag,name,location,status\nA-1,Stool,HQ/2,\nA-2,Desk,HQ/1,\nA-9,New,,\nA-4,,,x\n")
    let table = try tally("asset", "import", "next.csv", "--dry-run", "--format", "table")
    #expect(table.status == 1)
    #expect(
      table.lines == [
        "~ A-1  name: “Chair” → “Stool”; location: “HQ/1” → “HQ/2”", "+ A-9",
        "1 created, 1 changed, 1 unchanged, 1 refused (dry run: nothing was written)",
        "1 location made: HQ/2",
      ])
    #expect(table.errors.contains("next.csv: line 5, column “status”: “x” is no status"))
    let rows = try tally("asset", "import", "next.csv", "--dry-run", "--format", "ndjson").objects
    #expect(rows.map { $0["action"] as? String } == ["change", "keep", "create", "refuse", nil])
    #expect(rows.map { $0["line"] as? Int } == [2, 3, 4, 5, nil])
    #expect(rows.last?["dry_run"] as? Bool == true)
    let changes = rows[0]["changes"] as? [String: [String: [String]]]
    #expect(changes?["name"] == ["from": ["Chair"], "to": ["Stool"]])
    let json = try tally("asset", "import", "next.csv", "--dry-run", "--format", "json").object
    #expect((json["rows"] as? [Any])?.count == 4)
    #expect((json["summary"] as? [String: Any])?["changed"] as? Int == 1)
    #expect(try contents() == before)
  }

  /// All that the ledger holds, but for signatures, which are others each time.
  private func contents() throws -> [String] {
    try tally("ledger", "export", "-").lines.dropFirst() + tally("asset", "export").lines
      + tally("location", "export").lines
  }

  @Test func `a dry run without a ledger makes none`() throws {
    let result = try tally("asset", "import", "assets.csv", "--dry-run", "--format", "json")
    #expect(result.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: tally.folder.path) == ["assets.csv"])
  }

  @Test func `--atomic takes all rows or none`() throws {
    try tally.folder.write("bad.csv", "tag,status\nA-1,\nA-2,lots\nA-3,\n")
    let refused = try tally("asset", "import", "bad.csv", "--atomic")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("line 3, column “status”"))
    #expect(refused.errors.contains("1 of 3 rows were refused, so nothing was taken"))
    #expect(try tally("ledger", "info", "--format", "json").object["entries"] as? Int == 0)
    #expect(try tally("asset", "import", "assets.csv", "--atomic").status == 0)
    #expect(try tally("ledger", "info", "--format", "json").object["assets"] as? Int == 3)
  }

  @Test func `columns are mapped, and what is passed over is said`() throws {
    try tally.folder.write("old.csv", "Inventory No,Serial No,Nmae,Colour\nA-1,S-1,Chair,red\n")
    let pairs = ["--map", "Inventory No=tag", "--map", "Serial No=serial"]
    let result = try tally.run(["asset", "import", "old.csv"] + pairs)
    #expect(result.status == 0)
    #expect(result.errors.contains("“Nmae” (did you mean name?), “Colour”"))
    let asset = try tally("asset", "show", "A-1", "--format", "ndjson").object
    #expect(asset["serial"] as? String == "S-1")
    let missing = try tally.run(["asset", "import", "old.csv", "--map", "Serial Mo=serial"])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("has no column “Serial Mo”. Did you mean Serial No?"))
    try tally.folder.write("bad.csv", "Inventory No,State\nA-1,in_stok\n")
    let bad = try tally.run(
      ["asset", "import", "bad.csv", "--map", "Inventory No=tag", "--map", "State=status"])
    #expect(bad.errors.contains("bad.csv: line 2, column “State”: “in_stok”"))
  }

  @Test func `a tag that repeats in a file is refused with both lines`() throws {
    try tally.folder.write("twice.csv", "tag,name\nA-1,a\nA-2,b\nA-1,c\n")
    let result = try tally("asset", "import", "twice.csv")
    #expect(result.status == 1)
    #expect(result.errors.contains("line 4: “A-1” stands in line 2 too"))
  }

  @Test func `an export goes into a new ledger, and comes out the same`() throws {
    try tally.folder.write(
      "assets.ndjson",
      #"{"tag":"A-1","name":"=1+1","code":["x","y"],"location":"HQ/1"}"# + "\n"
        + #"{"tag":"A-2","name":"\"a\nb\"","gtin":"4006381333931"}"# + "\n")
    try #require(try tally("asset", "import", "assets.ndjson").status == 0)
    try #require(try tally("location", "add", "HQ/2", "--name", "Lab").status == 0)
    for (assets, locations) in [("a.csv", "l.csv"), ("a.json", "l.json"), ("a.ndjson", "l.ndjson")]
    {
      let other = try Tally()
      for (noun, file) in [("location", locations), ("asset", assets)] {
        try #require(try tally(noun, "export", "--out", file).status == 0)
        let path = tally.folder.path(file)
        try #require(
          try other(noun, "import", path, "--format", "json").object["refused"] as? Int == 0)
        try #require(try other(noun, "export", "--out", file).status == 0)
        #expect(try other.folder.bytes(file) == tally.folder.bytes(file))
      }
    }
    #expect(try tally("asset", "export").output == tally.folder.read("a.csv"))
    #expect(
      try tally("location", "export", "--format", "json").output == tally.folder.read("l.json"))
    #expect(try tally.folder.read("a.csv").hasPrefix("tag,name,category,"))
  }

  @Test func `a backup and an export of the ledger are files of their own`() throws {
    try #require(try tally("asset", "import", "assets.csv").status == 0)
    let root = try #require(
      try tally("ledger", "verify", "--format", "json").object["root"] as? String)
    let backup = try tally("ledger", "backup", "copy.sqlite", "--format", "json").object
    #expect(backup["root"] as? String == root)
    #expect(try tally("ledger", "backup", "copy.sqlite").errors.contains("--force"))
    #expect(try tally("ledger", "backup", "copy.sqlite", "--force").status == 0)
    let copy = try tally("ledger", "verify", "--ledger", "copy.sqlite", "--format", "json").object
    #expect(copy["root"] as? String == root)
    let export = try tally("ledger", "export", "log.ndjson", "--format", "json").object
    #expect(export["root"] as? String == root)
    #expect(try tally("ledger", "export", "log.ndjson").status == 2)
    let key = try #require(
      try tally("ledger", "info", "--format", "json").object["verifier_key"] as? String)
    let elsewhere = ["ledger", "verify", "--ledger", "none", "--format", "json", "--export"]
    let checked = try tally.run(elsewhere + ["log.ndjson", "--key", key])
    #expect(checked.status == 0)
    #expect(checked.object["root"] as? String == root)
    let text = try tally.folder.read("log.ndjson")
    try tally.folder.write("forged.ndjson", text.replacing("Desk", with: "Disk"))
    let forged = try tally.run(elsewhere + ["forged.ndjson"])
    #expect(forged.status == 1)
    #expect((forged.object["message"] as? String)?.contains("entry 4 ") == true)
    #expect(
      try tally("ledger", "export", "-").lines.count
        == tally.folder.read("log.ndjson").split(separator: "\n").count)
  }
}
