import Inventory
import Ledger
import TestSupport
import Testing

/// The history of an asset, as a person reads it.
@Suite(.onEachEngine)
struct AssetStoryTests {
  private func story(_ tag: String, in ledger: TestLedger) throws -> AssetStory {
    try ledger.store.story(of: ledger.store.asset(named: tag))
  }

  @Test
  func `each line says who did what, the newest last`() throws {
    let ledger = try TestLedger()
    _ = try ledger.store.define(
      CustomField(name: "Size", type: .choice, values: ["A4"]), by: TestLedger.ann)
    try ledger.take(AssetDraft(tag: "A-1", name: "Printer", location: "HQ/1"))
    let bob = Principal(name: "bob", device: "d7")
    let steps: [(AssetStep, String?)] = [
      (.move(to: "HQ"), "desk was given up"), (.assign(to: "Ann", due: "2026-12-24"), nil),
      (.transfer(to: "Cy", due: nil), nil), (.takeBack(location: "HQ/1"), nil),
      (.change(to: .inRepair), "drum"), (.verify(location: "HQ"), nil),
      (.verify(location: nil), nil),
      (.edit(AssetDraft(tag: "", name: "Laser", serial: "S1", fields: ["size": "a4"])), nil),
      (.edit(AssetDraft(tag: "", serial: "", custodian: "")), nil),
      (.attach([AssetCode("OLD-1")]), nil), (.move(to: ""), nil),
    ]
    for (step, note) in steps {
      ledger.wait(60_000)
      _ = try ledger.store.take(step, with: ["A-1"], note: note, by: bob)
    }
    let lines = try story("A-1", in: ledger).lines
    #expect(
      lines.map(\.text) == [
        "made it, in stock, in HQ/1", "moved it from HQ/1 to HQ",
        "assigned it to Ann until 2026-12-24", "handed it over from Ann to Cy",
        "took it back from Cy into HQ/1", "changed its status from in_stock to in_repair",
        "saw it in HQ", "saw it",
        "renamed it from “Printer” to “Laser”, set the serial to “S1”, set the Size to “A4”",
        "took away the serial “S1”", "attached the code OLD-1",
        "moved it from HQ/1 out of the locations",
      ])
    #expect(lines.map(\.by) == ["ann"] + Array(repeating: "bob", count: 11))
    #expect(lines[1].note == "desk was given up")
    #expect(lines[1].device == "d7")
    #expect(lines[1].at == Timestamp.text(TestLedger.start + 60_000))
    #expect(lines[1].changes.map { [$0.field, $0.from, $0.to] } == [["location", "HQ/1", "HQ"]])
    #expect(lines[7].changes.isEmpty)
  }

  @Test
  func `labels and sightings stand between the changes`() throws {
    let ledger = try TestLedger()
    let code = LabelIssue.Code(symbology: "code-128", text: "A-1")
    try ledger.store.issue(
      [LabelIssue(codes: [code], template: "asset-tag", row: 1, copies: 2)], by: TestLedger.ann)
    ledger.wait()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/1"))
    let stocktake = try ledger.open()
    ledger.wait()
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ/1")], into: stocktake)
    ledger.wait()
    try ledger.step(.move(to: "HQ"), "A-1")
    #expect(
      try story("A-1", in: ledger).lines.map(\.text) == [
        "issued 2 labels for it (asset-tag)", "made it, in stock, in HQ/1",
        "saw it in HQ/1 (stocktake 1 “Autumn”)", "moved it from HQ/1 to HQ",
      ])
  }

  @Test
  func `what becomes of its labels is told, too`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1"))
    let labels = (1...2).map { row in
      LabelIssue(
        codes: [LabelIssue.Code(symbology: "qr-code", text: "SP-\(row)")], template: "spare",
        row: row, copies: 1)
    }
    for step in [
      { try ledger.store.issue(labels, by: TestLedger.ann) },
      { _ = try ledger.store.attachLabel("SP-1", to: "A-1", by: TestLedger.ann) },
      { _ = try ledger.store.replaceLabel("SP-1", by: "SP-2", reason: "torn", as: TestLedger.ann) },
    ] as [() throws -> Void] {
      ledger.wait()
      try step()
    }
    let lines = try story("A-1", in: ledger).lines
    #expect(
      lines.map(\.text) == [
        "made it, in stock", "issued a label for it (spare)", "issued a label for it (spare)",
        "stuck the label SP-1 on it", "stuck the label SP-2 on it", "replaced the label SP-1",
      ])
    #expect(lines.last?.note == "torn")
  }

  // MARK: Random steps

  /// What an asset's fields are, as its history says.
  private func state(_ story: AssetStory) -> [String: String] {
    var state: [String: String] = [:]
    for change in story.lines.flatMap(\.changes) {
      #expect(state[change.field, default: ""] == change.from)
      state[change.field] = change.to
    }
    return state.filter { !$0.value.isEmpty }
  }

  private func state(_ asset: AssetDetails) -> [String: String] {
    let own = [
      "name": asset.name, "category": asset.category, "make": asset.make, "model": asset.model,
      "serial": asset.serial, "status": asset.status.rawValue, "location": asset.location ?? "",
      "custodian": asset.custodian, "condition": asset.condition ?? "", "due": asset.due ?? "",
    ]
    return own.merging(asset.fields ?? [:]) { $1 }.filter { !$0.value.isEmpty }
  }

  static func step(_ random: inout RandomSource) -> AssetStep {
    let places = ["HQ", "HQ/1", "HQ/2", "nowhere", ""]
    let people = ["Ann", "Bob", "HQ/1", ""]
    let texts = ["", "x", "X", "IT dept", "it  DEPT", "12.50"]
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &random)]
    }
    let due = pick([nil, "2026-12-24", "soon"])
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return .move(to: pick(places))
    case 1, 2: return .change(to: pick(AssetStatus.allCases.filter { $0 != .disposed }))
    case 3: return .assign(to: pick(people), due: due)
    case 4: return .takeBack(location: pick([nil, "HQ/2", "nowhere"]))
    case 5: return .transfer(to: pick(people), due: due)
    case 6: return .verify(location: pick([nil, "HQ"]))
    case 7: return .attach([AssetCode(pick(["OLD-1", "B-1", ""]))])
    default:
      return .edit(
        AssetDraft(
          tag: "", name: pick([nil, "x"]), category: pick([nil] + texts), serial: pick(texts),
          custodian: pick([nil, "Cy"]), condition: pick([nil] + texts),
          fields: pick([[:], ["weight": pick(texts)], ["Weight": "1"]])))
    }
  }

  @Test(arguments: 1...20)
  func `random steps: refused ones change nothing, and the history adds up`(
    _ seed: UInt64
  ) throws {
    var random = RandomSource(seed: seed)
    let ledger = try TestLedger()
    _ = try ledger.store.define(CustomField(name: "Weight", type: .number), by: TestLedger.ann)
    try ledger.take(
      AssetDraft(tag: "A-1", status: .onOrder, location: "HQ/1"), AssetDraft(tag: "B-1"),
      AssetDraft(tag: "B-2", location: "HQ/2"))
    var (taken, refused) = (0, 0)
    for _ in 0..<60 {
      ledger.wait()
      let (step, before) = (Self.step(&random), try ledger.store.asset(named: "A-1"))
      let entries = try ledger.entries().count
      switch try ledger.store.take(step, with: ["A-1"], by: TestLedger.ann)[0] {
      case .taken(let asset):
        taken += 1
        let isWord = if case .verify = step { true } else { false }
        #expect(asset.version == before.version + (isWord ? 0 : 1))
        #expect(try ledger.entries().count == entries + 1)
      case .unchanged(let asset):
        #expect(asset == before)
        #expect(try ledger.entries().count == entries)
      case .refused:
        refused += 1
        #expect(try ledger.store.asset(named: "A-1") == before)
        #expect(try ledger.entries().count == entries)
      }
      let asset = try ledger.store.asset(named: "A-1")
      #expect(try state(story("A-1", in: ledger)) == state(asset), "after \(step)")
      #expect(try ledger.store.lookup("A-1").results == [asset])
    }
    #expect(taken > 5 && refused > 5)
  }
}
