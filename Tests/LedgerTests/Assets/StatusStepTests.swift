import Inventory
import Ledger
import TestSupport
import Testing

/// Which status may follow which, said a second time.
@Suite(.onEachEngine)
struct StatusStepTests {
  /// A row for the status before, a column for the one after, both in the order of `allCases`.
  private static let table = """
    on_order     . x . . x . . . . x
    in_stock     . . x x x x x x x x
    assigned     . x . . x x x x x .
    checked_out  . x x . . x . x x .
    in_transit   . x x . . x . x x .
    in_repair    . x x . x . x x x x
    retired      . x . . . . . x x x
    lost         . x . . . . x . x x
    stolen       . x . . . . x x . x
    disposed     . . . . . . . . . .
    """

  private static let rows = table.split(separator: "\n").map { $0.split(separator: " ") }

  private static func allows(_ from: AssetStatus, _ to: AssetStatus) throws -> Bool {
    let row = try #require(rows.first { $0[0] == from.rawValue })
    let column = try #require(AssetStatus.allCases.firstIndex(of: to))
    return row[column + 1] == "x"
  }

  @Test(arguments: AssetStatus.allCases, AssetStatus.allCases)
  func `a step is taken where the table allows it, and else changes nothing`(
    _ from: AssetStatus, _ to: AssetStatus
  ) throws {
    #expect(try from.next.contains(to) == Self.allows(from, to))
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", status: from, location: "HQ"))
    let before = try ledger.store.asset(named: "A-1")
    let isAllowed = try Self.allows(from, to) && to != .assigned
    try ledger.expectEntries(isAllowed ? ["asset.status-changed"] : []) {
      let result = try ledger.store.take(.change(to: to), with: ["A-1"], by: TestLedger.ann)[0]
      switch result {
      case .taken(let asset):
        #expect(isAllowed)
        #expect((asset.status, asset.version) == (to, 2))
      case .unchanged(let asset):
        #expect(from == to)
        #expect(asset == before)
      case .refused(let fault):
        #expect(!isAllowed && from != to)
        for next in from.next where try !Self.allows(from, to) {
          #expect(fault.message.contains(next.rawValue), "\(fault.message)")
        }
      }
    }
    if !isAllowed { #expect(try ledger.store.asset(named: "A-1") == before) }
  }

  @Test(arguments: AssetStatus.allCases, AssetStatus.allCases)
  func `an import takes the same steps`(_ from: AssetStatus, _ to: AssetStatus) throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", status: from))
    let verdict = try ledger.take(AssetDraft(tag: "A-1", status: to))[0]
    if from == to {
      #expect(verdict == .unchanged)
    } else if try Self.allows(from, to) {
      #expect(verdict == .changed)
    } else {
      guard case .refused(let fault) = verdict else {
        Issue.record("\(verdict)")
        return
      }
      #expect(fault.code == "asset.status-step")
    }
  }

  @Test
  func `what is disposed of goes nowhere`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", status: .disposed, location: "HQ/1"))
    try ledger.take(AssetDraft(tag: "A-2", location: "HQ/2"))
    #expect(try fault { try ledger.step(.move(to: "HQ/2"), "A-1") }?.code == "asset.status-step")
    #expect(
      try fault { try ledger.step(.assign(to: "Ann", due: nil), "A-1") }?.message
        .contains("No status follows") == true)
  }
}
