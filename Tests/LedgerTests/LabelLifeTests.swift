import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct LabelLifeTests {
  private let ledger: TestLedger
  private var store: LedgerStore { ledger.store }
  private let ann = TestLedger.ann

  init() throws {
    ledger = try TestLedger()
    try ledger.store.set(.urlPrefix, to: "https://a.example/", by: TestLedger.ann)
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"), AssetDraft(tag: "A-2", location: "HQ"))
  }

  private func code(_ step: () throws -> Void) throws -> String? { try fault(step)?.code }

  @discardableResult
  private func issue(_ code: String, isVerified: Bool = false, copies: Int = 1) throws -> Int {
    let label = LabelIssue(
      codes: [
        .init(symbology: "qr-code", text: "https://a.example/\(code)"),
        .init(symbology: "code-128", text: code),
      ], template: "spare", row: 1, copies: copies, isVerified: isVerified)
    return try store.register([label], by: ann).labels[0]
  }

  @Test func `a label goes from the printer to an asset and into a stocktake`() throws {
    let label = try issue("SP-1", isVerified: true)
    #expect(try store.labelStatus("SP-1").state == .verified)
    try store.markPrinted([label], by: ann)
    #expect(try store.labelStatus("SP-1").state == .printed)
    try store.attachLabel("https://a.example/SP-1", to: "A-1", by: ann)
    for code in ["SP-1", "https://a.example/SP-1", "]C1SP-1"] {
      #expect(try store.lookup(code).results.map(\.tag) == ["A-1"], "\(code)")
    }
    #expect(try store.labelStatus("SP-1").state == .attached)
    let stocktake = try ledger.open()
    try ledger.record([ledger.scan("e1", "https://a.example/SP-1", at: "HQ")], into: stocktake)
    let status = try store.labelStatus("SP-1")
    #expect(status.state == .seen && status.asset == "A-1")
    #expect(status.firstSeen == Timestamp.text(ledger.now))
    #expect(status.steps.map(\.state) == [.issued, .verified, .printed, .attached])
    #expect(try store.report(on: stocktake).lines.first { $0.asset == "A-1" }?.outcome == .found)
  }

  @Test func `a batch that is run again takes no step twice, and none back`() throws {
    let label = try issue("SP-1", isVerified: true)
    try store.markPrinted([label], by: ann)
    try ledger.expectEntries {
      #expect(try issue("SP-1", isVerified: true) == label)
      try store.markPrinted([label, label], by: ann)
    }
    #expect(try issue("SP-1", copies: 5) == label, "more copies are the same label")
    #expect(try store.labelStatus("SP-1").copies == 5)
  }

  @Test func `only the steps of the table are taken, and a refusal names them`() throws {
    try issue("SP-1")
    let refusal = try fault { try store.retireLabel("SP-1", by: ann) }
    #expect(refusal?.code == "label.state")
    #expect(refusal?.message.contains("verified, printed, attached, voided") == true)
    try store.attachLabel("SP-1", to: "A-1", by: ann)
    #expect(try code { try store.attachLabel("SP-1", to: "A-2", by: ann) } == "label.state")
    try store.retireLabel("SP-1", reason: "worn", by: ann)
    for step in [
      { try store.retireLabel("SP-1", by: ann) },
      { try store.attachLabel("SP-1", to: "A-2", by: ann) },
      { try store.voidLabel("SP-1", reason: "x", by: ann) },
    ] {
      let refusal = try fault { _ = try step() }
      #expect(refusal?.message.contains("No step leads on") == true)
    }
  }

  @Test func `every step from every state does as the table says`() throws {
    for from in LabelState.allCases where from != .seen {
      for wanted in [LabelState.attached, .retired, .voided, .replaced] {
        let name = "\(from.rawValue)-\(wanted.rawValue)"
        try bring(name, to: from)
        let other = try issue("other-\(name)")
        let refusal = try fault {
          switch wanted {
          case .attached: try store.attachLabel(name, to: "A-2", by: ann)
          case .retired: try store.retireLabel(name, by: ann)
          case .voided: try store.voidLabel(name, reason: "torn", by: ann)
          default: try store.replaceLabel(name, by: "other-\(name)", as: ann)
          }
        }
        #expect((refusal == nil) == from.next.contains(wanted), "\(name)")
        #expect(try store.labelStatus(name).state == (refusal == nil ? wanted : from), "\(name)")
        _ = other
      }
    }
  }

  private func bring(_ name: String, to state: LabelState) throws {
    let label = try issue(name, isVerified: state == .verified)
    if state == .printed { try store.markPrinted([label], by: ann) }
    if [.attached, .retired, .replaced].contains(state) {
      try store.attachLabel(name, to: "A-2", by: ann)
    }
    switch state {
    case .retired: try store.retireLabel(name, by: ann)
    case .voided: try store.voidLabel(name, reason: "torn", by: ann)
    case .replaced:
      try issue("by-\(name)")
      try store.replaceLabel(name, by: "by-\(name)", as: ann)
    default: break
    }
  }

  @Test func `whoever meets a label that was voided or replaced is told`() throws {
    try issue("SP-1")
    try store.voidLabel("SP-1", reason: "printed twice", by: ann)
    let stranger = try store.lookup("SP-1")
    #expect(stranger.match == .none)
    #expect(stranger.label?.state == .voided && stranger.label?.reason == "printed twice")

    try issue("SP-2")
    try issue("SP-3")
    try store.attachLabel("SP-2", to: "A-1", by: ann)
    #expect(try store.lookup("SP-2").label == nil)
    try store.replaceLabel("SP-2", by: "SP-3", as: ann)
    let known = try store.lookup("SP-2")
    #expect(known.results.map(\.tag) == ["A-1"], "the old code still leads there")
    #expect(known.label?.state == .replaced && known.label?.replacedBy == "https://a.example/SP-3")
    #expect(try store.lookup("SP-3").results.map(\.tag) == ["A-1"])
    #expect(try store.lookup("A-1").label == nil)
  }

  @Test func `a stocktake names the ended labels that it met`() throws {
    try issue("SP-1")
    try issue("SP-2")
    try store.attachLabel("SP-2", to: "A-1", by: ann)
    let stocktake = try ledger.open()
    try ledger.record(
      [ledger.scan("e1", "SP-1", at: "HQ"), ledger.scan("e2", "SP-2", at: "HQ", seq: 2)],
      into: stocktake)
    #expect(try store.report(on: stocktake).endedLabels == nil)
    try store.voidLabel("SP-1", reason: "torn", by: ann)
    try store.retireLabel("SP-2", by: ann)
    let ended = try store.closeStocktake(stocktake, by: ann).endedLabels
    #expect(ended?.map(\.code) == ["SP-1", "SP-2"])
    #expect(ended?.map(\.state) == [.voided, .retired])
    #expect(ended?.map(\.events) == [["e1"], ["e2"]])
  }

  @Test func `codes of an ended label can be issued again`() throws {
    let first = try issue("SP-1")
    try store.voidLabel("SP-1", reason: "torn", by: ann)
    let second = try issue("SP-1")
    #expect(second != first)
    #expect(try store.labelStatus("SP-1").state == .issued)
    try store.attachLabel("SP-1", to: "A-1", by: ann)
    #expect(try store.lookup("SP-1").label == nil)
  }

  @Test func `a label whose code leads to another asset isn't attached`() throws {
    try issue("A-2")
    #expect(try code { try store.attachLabel("A-2", to: "A-1", by: ann) } == "label.taken")
    #expect(try store.attachLabel("A-2", to: "A-2", by: ann).asset == "A-2")
    #expect(try store.asset(named: "A-2").codes.isEmpty)
    #expect(try code { try store.attachLabel("X-9", to: "A-1", by: ann) } == "label.unknown")
    try issue("SP-9")
    #expect(try code { try store.attachLabel("SP-9", to: "X", by: ann) } == "asset.unknown")
    #expect(try code { try store.voidLabel("SP-9", reason: " ", by: ann) } == "label.reason")
    #expect(try code { try store.replaceLabel("A-2", by: "A-2", as: ann) } == "label.same")
  }

  @Test func `labels are listed by their state`() throws {
    for number in 1...4 { try issue("SP-\(number)", isVerified: number == 2) }
    try store.voidLabel("SP-3", reason: "torn", by: ann)
    try store.attachLabel("SP-4", to: "A-1", by: ann)
    func codes(_ state: LabelState?) throws -> [String] {
      try store.labels(in: state).map { $0.codes[1] }
    }
    #expect(try codes(nil) == ["SP-1", "SP-2", "SP-3", "SP-4"])
    #expect(try codes(.issued) == ["SP-1"])
    #expect(try codes(.verified) == ["SP-2"])
    #expect(try codes(.voided) == ["SP-3"])
    #expect(try codes(.attached) == ["SP-4"])
    #expect(try codes(.seen).isEmpty)
  }
}
