import Inventory
import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine) struct StockTests {
  private let ledger: TestLedger
  private var store: LedgerStore { ledger.store }
  private let ann = TestLedger.ann

  init() throws {
    ledger = try TestLedger()
    for code in ["HQ/1", "HQ/2", "Store"] {
      _ = try ledger.store.addLocation(LocationDraft(code: code), by: TestLedger.ann)
    }
    for part in [
      PartDraft(code: "SCREW", name: "Screw M4"),
      PartDraft(code: "CABLE", name: "Cable", unit: "m"),
      PartDraft(code: "4006381333931", name: "Toner", hasLots: true),
    ] {
      _ = try ledger.store.addPart(part, by: TestLedger.ann)
    }
  }

  private func quantity(_ text: String) throws -> Quantity { try #require(Quantity(text)) }

  @discardableResult
  private func move(
    _ step: StockMovement.Step, _ part: String, _ text: String, lot: String? = nil,
    note: String? = nil, allowsNegative: Bool = false
  ) throws -> [StockLine] {
    try store.moveStock(
      StockMovement(
        step, part: part, quantity: try quantity(text), lot: lot, note: note,
        allowsNegative: allowsNegative), by: ann)
  }

  private func code(_ step: () throws -> Void) throws -> String? { try fault(step)?.code }

  private func lines(_ part: String? = nil, in location: String? = nil) throws -> [String] {
    try store.stock(part: part, location: location).map {
      "\($0.location)\($0.lot.isEmpty ? "" : "#\($0.lot)")=\($0.quantity)"
    }
  }

  @Test func `stock comes in, moves, goes out and is counted, to the last decimal`() throws {
    try move(.received(into: "HQ/1"), "CABLE", "10.1")
    try move(.received(into: "HQ/1"), "CABLE", "0.2")
    #expect(try lines() == ["HQ/1=10.3"])
    #expect(
      try move(.moved(from: "HQ/1", into: "Store"), "CABLE", "4").map(\.quantity.description) == [
        "6.3", "4",
      ])
    try move(.issued(from: "Store"), "CABLE", "4.0")
    #expect(try lines() == ["HQ/1=6.3"], "a line of nothing isn't listed")
    #expect(try store.stock(withZeros: true).count == 2)
    try move(.counted(at: "HQ/1"), "CABLE", "6.25")
    try move(.corrected(at: "HQ/1"), "CABLE", "-0.05", note: "offcut")
    #expect(try lines() == ["HQ/1=6.2"])
    let history = try store.stockHistory(part: "CABLE")
    #expect(
      history.map(\.kind) == [
        "corrected", "counted", "issued", "moved", "moved", "received", "received",
      ])
    #expect(
      history.map(\.change.description) == ["-0.05", "-0.05", "-4", "-4", "4", "0.2", "10.1"])
    #expect(history[0].note == "offcut" && history[0].by == "ann")
    #expect(try store.stockHistory(location: "Store").count == 2)
  }

  @Test func `no line comes to less than nothing unless that is allowed`() throws {
    try move(.received(into: "HQ/1"), "SCREW", "5")
    try ledger.expectEntries {
      let refusal = try fault { try move(.issued(from: "HQ/1"), "SCREW", "5.5") }
      #expect(refusal?.code == "stock.below-zero")
      #expect(refusal?.message.contains("has 5 piece") == true)
      #expect(
        try code { try move(.moved(from: "HQ/2", into: "HQ/1"), "SCREW", "1") }
          == "stock.below-zero")
    }
    try move(.issued(from: "HQ/1"), "SCREW", "7", allowsNegative: true)
    #expect(try lines() == ["HQ/1=-2"])
    #expect(try code { try move(.issued(from: "HQ/1"), "SCREW", "1") } == "stock.below-zero")
    try move(.received(into: "HQ/1"), "SCREW", "1")
    #expect(try lines() == ["HQ/1=-1"], "what makes it better is taken")
    try move(.counted(at: "HQ/1"), "SCREW", "0")
    #expect(try lines().isEmpty)
  }

  @Test func `lots are kept apart, and only where there are any`() throws {
    #expect(try code { try move(.received(into: "HQ/1"), "4006381333931", "5") } == "stock.lot")
    #expect(try code { try move(.received(into: "HQ/1"), "SCREW", "5", lot: "L") } == "stock.lot")
    #expect(
      try code { try move(.received(into: "HQ/1"), "4006381333931", "5", lot: "a b") }
        == "stock.lot")
    try move(.received(into: "HQ/1"), "4006381333931", "5", lot: "L2")
    try move(.received(into: "HQ/1"), "04006381333931", "3", lot: "L1")
    #expect(try lines("]E04006381333931") == ["HQ/1#L1=3", "HQ/1#L2=5"], "by its GTIN in any form")
    #expect(
      try code { try move(.issued(from: "HQ/1"), "4006381333931", "4", lot: "L1") }
        == "stock.below-zero")
  }

  @Test(arguments: [
    (StockMovement.Step.received(into: "HQ/1"), "0", "stock.quantity"),
    (.received(into: "HQ/1"), "-1", "stock.quantity"),
    (.issued(from: "HQ/1"), "0", "stock.quantity"),
    (.counted(at: "HQ/1"), "-1", "stock.quantity"), (.corrected(at: "HQ/1"), "0", "stock.quantity"),
    (.corrected(at: "HQ/1"), "1", "stock.note"), (.received(into: "HQ/9"), "1", "location.unknown"),
    (.moved(from: "HQ/1", into: "HQ/1"), "1", "stock.places"),
    (.received(into: "HQ/1"), "999999999999999999.9", "stock.too-much"),
  ])
  func `what can't be is refused and writes nothing`(
    _ step: StockMovement.Step, _ text: String, _ expected: String
  ) throws {
    try move(.received(into: "HQ/1"), "SCREW", "1")
    try ledger.expectEntries {
      let refused = try code { try move(step, "SCREW", text) }
      #expect(refused == expected)
    }
    #expect(try lines() == ["HQ/1=1"])
  }

  @Test func `parts are refused where they are there already, or could be on no label`() throws {
    func add(_ part: PartDraft) throws -> String? {
      try code { _ = try store.addPart(part, by: ann) }
    }
    #expect(try add(PartDraft(code: "SCREW", name: "x")) == "part.exists")
    #expect(try add(PartDraft(code: "04006381333931", name: "x")) == "part.exists")
    #expect(try add(PartDraft(code: "a b", name: "x")) == "part.code")
    #expect(try add(PartDraft(code: "", name: "x")) == "part.code")
    #expect(try add(PartDraft(code: "X", name: " ")) == "part.name")
    #expect(try add(PartDraft(code: "X", name: "x", unit: "p c")) == "part.unit")
    #expect(try code { try move(.received(into: "HQ/1"), "SCREWS", "1") } == "part.unknown")
    #expect(try store.parts().map(\.code) == ["4006381333931", "CABLE", "SCREW"])
    #expect(try store.stock(part: "1").isEmpty)
  }

  @Test func `a closed location can be emptied, and takes nothing`() throws {
    try move(.received(into: "HQ/1"), "SCREW", "5")
    try store.closeLocation("HQ", by: ann)
    #expect(try code { try move(.received(into: "HQ/1"), "SCREW", "1") } == "location.closed")
    #expect(try code { try move(.counted(at: "HQ/1"), "SCREW", "1") } == "location.closed")
    try move(.moved(from: "HQ/1", into: "Store"), "SCREW", "5")
    #expect(
      try code { try move(.moved(from: "Store", into: "HQ/1"), "SCREW", "1") } == "location.closed")
  }

  @Test func `whatever moves, the sum of the log is what the lines say`() throws {
    var random = RandomSource(seed: 17)
    let places = ["HQ/1", "HQ/2", "Store"]
    var book: [String: Quantity] = [:]
    func pick() -> String { places[Int.random(in: 0..<3, using: &random)] }
    var refused = 0
    for _ in 0..<300 {
      let amount = try quantity(
        "\(Int.random(in: 0...9, using: &random)).\(Int.random(in: 1...999, using: &random))")
      let (here, there) = (pick(), pick())
      let step: StockMovement.Step =
        switch Int.random(in: 0...4, using: &random) {
        case 0: .received(into: here)
        case 1: .issued(from: here)
        case 2: .moved(from: here, into: there)
        case 3: .counted(at: here)
        default: .corrected(at: here)
        }
      var after = book
      func add(_ change: Quantity, _ place: String) throws {
        let sum: Quantity = try #require((after[place] ?? .zero).adding(change))
        after[place] = sum
      }
      switch step {
      case .received, .corrected: try add(amount, here)
      case .issued: try add(-amount, here)
      case .moved:
        try add(-amount, here)
        try add(amount, there)
      case .counted: after[here] = amount
      }
      let isPossible =
        !after.values.contains(where: \.isNegative) && (step != .moved(from: here, into: here))
      let movement = StockMovement(step, part: "CABLE", quantity: amount, note: "random")
      let refusal = try fault { _ = try store.moveStock(movement, by: ann) }
      #expect((refusal == nil) == isPossible, "\(step) \(amount)")
      if refusal == nil { book = after } else { refused += 1 }
    }
    #expect(refused > 10)
    let lines = try store.stock(withZeros: true)
    #expect(Dictionary(uniqueKeysWithValues: lines.map { ($0.location, $0.quantity) }) == book)
    let changes = try store.stockHistory(limit: 10_000)
    for place in places {
      let sum = try changes.filter { $0.location == place }.reduce(Quantity.zero) {
        try #require($0.adding($1.change))
      }
      #expect(sum == book[place] ?? .zero)
      #expect(changes.first { $0.location == place }?.quantity == book[place])
    }
    let total = try #require(try StockTotal.totals(of: lines).first)
    let whole = try book.values.reduce(Quantity.zero) { try #require($0.adding($1)) }
    #expect(total.quantity == whole)
  }
}
