import TestSupport
import Testing

/// The commands that change an asset, as a person types them.
struct AssetStepTests {
  private func prepared() throws -> Tally {
    let tally = try Tally()
    try tally.folder.write(
      "assets.csv",
      """
      tag,name,category,location,status
      A-1,Laptop,IT Dept,HQ/1,in_stock
      A-2,Monitor,IT Dept,HQ/1,in_stock
      A-3,Press,Tools,HQ/2,disposed

      """)
    try #require(try tally("asset", "import", "assets.csv").status == 0)
    return tally
  }

  @Test func `an asset's life is told by its history`() throws {
    let tally = try prepared()
    let steps = [
      ["add", "A-4", "--name", "Scanner", "--category", "IT Dept", "--location", "HQ/1"],
      ["edit", "A-4", "--serial", "S-1", "--condition", "new"],
      ["move", "A-4", "--to", "HQ/2", "--note", "desk was given up"],
      ["assign", "A-4", "--to", "Ann Able", "--due", "2026-12-24"],
      ["transfer", "A-4", "--to", "bob@example.org"],
      ["return", "A-4", "--location", "HQ/1"],
      ["status", "A-4", "in_repair"],
      ["attach", "A-4", "SP-1", "SP-2"],
      ["verify", "A-4", "--location", "HQ/1"],
    ]
    for step in steps {
      let result = try tally.run(["asset"] + step + ["--format", "ndjson"])
      #expect(result.status == 0, "\(step): \(result.errors)")
      #expect(result.objects.first?["tag"] as? String == "A-4", "\(step)")
    }
    let asset = try #require(
      try tally("asset", "show", "SP-1", "--format", "ndjson").objects.first)
    #expect(asset["status"] as? String == "in_repair")
    #expect(asset["version"] as? Int == 8)
    #expect(asset["condition"] as? String == "new")
    let lines = try tally("asset", "history", "A-4", "--format", "table").lines
    #expect(
      lines.map { String($0.dropFirst(17)) } == [
        "tester made it, in stock, in HQ/1",
        "tester set the serial to “S-1”, set the condition to “new”",
        "tester moved it from HQ/1 to HQ/2: desk was given up",
        "tester assigned it to Ann Able until 2026-12-24",
        "tester handed it over from Ann Able to bob@example.org",
        "tester took it back from bob@example.org into HQ/1",
        "tester changed its status from in_stock to in_repair",
        "tester attached the codes SP-1, SP-2", "tester saw it in HQ/1",
      ])
    #expect(lines.allSatisfy { $0.contains(#/^\d{4}-\d\d-\d\d \d\d:\d\d tester /#) })
    let told = try tally("asset", "history", "A-4", "--format", "ndjson").objects
    #expect(
      told.map { $0["kind"] as? String }.prefix(3) == [
        "asset.created", "asset.edited", "asset.moved",
      ])
    #expect(try tally("ledger", "verify").status == 0)
  }

  @Test func `several assets at once: what is refused stops none of the others`() throws {
    let tally = try prepared()
    let some = try tally("asset", "assign", "A-1", "A-3", "A-2", "--to", "Ann", "--format", "csv")
    #expect(some.status == 1)
    #expect(some.lines.dropFirst().map { $0.prefix(3) } == ["A-1", "A-2"])
    #expect(some.errors.contains("A-3"))
    let none = try tally("asset", "assign", "A-1", "A-3", "--to", "Bob")
    #expect(none.status == 2)
    #expect(none.output.isEmpty)
    #expect(none.errors.contains("tally asset transfer"))
  }

  @Test func `a field of one's own is set by hand and by import, checked, listed and found`() throws
  {
    let tally = try prepared()
    let defined = try tally(
      "asset", "field", "add", "Size", "--type", "choice", "--values", "small, large", "--format",
      "csv")
    #expect(defined.lines == ["name,type,values,required for", "Size,choice,\"small, large\","])
    #expect(try tally("asset", "edit", "A-1", "--set", "size=LARGE").status == 0)
    try tally.folder.write("more.csv", "tag,SIZE,condition\nA-2,small,worn\nA-1,medium,\n")
    let imported = try tally("asset", "import", "more.csv", "--format", "ndjson")
    #expect(imported.status == 1)
    #expect(imported.errors.contains("line 3"))
    #expect(imported.errors.contains("medium"))
    #expect((imported.object["ignored_columns"] as? [String]) == [])
    let assets = try tally("asset", "list", "--format", "ndjson").objects
    #expect(assets.map { ($0["fields"] as? [String: String])?["Size"] } == ["large", "small", nil])
    #expect(try tally("asset", "field", "list", "--format", "ndjson").objects.count == 1)
    #expect(try tally("asset", "show", "A-1", "--format", "table").output.contains(/Size +large/))
  }

  @Test func `a category is kept as it was first written, and the later writing is told`() throws {
    let tally = try prepared()
    let added = try tally("asset", "add", "A-4", "--category", "it  dept", "--format", "ndjson")
    #expect(added.objects.first?["category"] as? String == "IT Dept")
    #expect(added.errors.contains("it  dept"))
    #expect(added.errors.contains("IT Dept"))
    try tally.folder.write("more.csv", "tag,category\nA-5,tools\nA-6,tools\n")
    let imported = try tally("asset", "import", "more.csv")
    #expect(imported.errors.contains("“tools”"))
    #expect(imported.errors.contains("“Tools”"))
  }

  @Test func `edits of devices win field by field, and what comes late is listed`() throws {
    let tally = try prepared()
    func line(_ id: String, _ time: String, _ set: String) -> String {
      #"{"client_event_id":"\#(id)","device_id":"d1","device_seq":1,"occurred_at":"\#(time)","#
        + #""asset":"A-1","set":{\#(set)}}"# + "\n"
    }
    let edits =
      line("e1", "2099-01-01T00:00:00Z", #""name":"newest""#)
      + line("e2", "2098-01-01T00:00:00Z", #""name":"older","make":"Acme""#)
    let taken = try tally("asset", "edit", "--file", "-", "--format", "ndjson", input: edits)
    #expect(taken.output == #"{"duplicates":0,"refused":0,"stored":2}"# + "\n")
    let again = try tally("asset", "edit", "--file", "-", "--format", "ndjson", input: edits)
    #expect(again.output == #"{"duplicates":2,"refused":0,"stored":0}"# + "\n")
    let asset = try tally("asset", "show", "A-1", "--format", "ndjson").objects.first
    #expect(asset?["name"] as? String == "newest")
    #expect(asset?["make"] as? String == "Acme")
    let conflicts = try tally("ledger", "conflicts", "--format", "csv").lines
    #expect(conflicts.count == 2)
    #expect(
      conflicts.last?.hasPrefix("A-1,name,older,newest,2098-01-01T00:00:00.000Z,d1,tester,") == true
    )
    let wrong = try tally(
      "asset", "edit", "--file", "-",
      input: line("e1", "2099-01-01T00:00:00Z", #""name":"other""#) + "no json\n{}\n")
    #expect(wrong.status == 1)
    for words in ["line 1", "“e1”", "line 2", "line 3", "client_event_id"] {
      #expect(wrong.errors.contains(words), "\(words): \(wrong.errors)")
    }
  }
}
