import Inventory
import Ledger
import Storage
import Synchronization
import TestSupport
import Testing

/// A new ledger on the engine of the test, with a clock that the test sets.
///
/// A file's folder lives as long as this object, a schema as long as the server.
final class TestLedger: Sendable {
  /// 2026-11-21T10:00:00.000Z.
  static let start = 1_795_255_200_000
  static let ann = Principal(name: "ann")

  /// Of the file; on PostgreSQL there is none.
  let path: String
  let address: LedgerAddress
  let store: LedgerStore
  private let folder: TemporaryPlace
  private let clock = ManualClock(start)

  init() throws {
    folder = try TemporaryPlace()
    path = folder.path + "/ledger.db"
    address = try Self.newAddress(file: path)
    store = try LedgerStore(at: address, .createIfMissing, clock: clock.read)
  }

  /// A place for a new ledger on the engine of the test.
  static func newAddress(file path: String) throws -> LedgerAddress {
    guard Engine.current == .postgres else { return .file(path) }
    let server = try #require(PostgresServer.shared)
    return try LedgerAddress(server.address(schema: PostgresServer.newSchema()))
  }

  /// Another store over the same ledger.
  func reopened() throws -> LedgerStore {
    try LedgerStore(at: address, .existing, clock: clock.read)
  }

  /// The ledger past the store.
  func database() throws -> Database { try Database(at: address, .existing) }

  /// The ledger's clock, for a store over another ledger.
  var time: @Sendable () -> Int { clock.read }

  var now: Int { clock.read() }

  /// Lets time pass and tells how late it is then.
  @discardableResult
  func wait(_ milliseconds: Int = 1000) -> Int { clock.advance(milliseconds) }

  @discardableResult
  func take(_ drafts: AssetDraft...) throws -> [ImportVerdict] {
    try store.importAssets(drafts, createLocations: true, by: Self.ann).verdicts
  }

  /// Takes a step with an asset, which must not be refused.
  @discardableResult
  func step(_ step: AssetStep, _ name: String, note: String? = nil) throws -> AssetDetails {
    switch try store.take(step, with: [name], note: note, by: Self.ann)[0] {
    case .taken(let asset), .unchanged(let asset): return asset
    case .refused(let fault): throw fault
    }
  }

  func open(
    _ name: String = "Autumn", scope: [String] = ["HQ"],
    coverage: StocktakePolicy.Coverage = .explicit, leavesOutAssigned: Bool = false
  ) throws -> Stocktake {
    try store.openStocktake(
      StocktakeDraft(
        name: name, scope: scope,
        policy: StocktakePolicy(coverage: coverage, leavesOutAssigned: leavesOutAssigned)),
      by: Self.ann)
  }

  @discardableResult
  func record(
    _ events: [ScanEvent], into stocktake: Stocktake, numbering: EventNumbering = .byDevice
  ) throws -> [EventReceipt] {
    try store.record(events, into: stocktake, numbering: numbering, by: Self.ann)
  }

  /// An event that happens now.
  func event(
    _ id: String, _ content: ScanEvent.Content, seq: Int = 1, device: String = "d1",
    at time: Int? = nil, round: Int = 1, counter: String? = "ann"
  ) -> ScanEvent {
    ScanEvent(
      clientEventID: id, deviceID: device, deviceSeq: seq, occurredAt: time ?? now, round: round,
      counter: counter, content: content)
  }

  func scan(_ id: String, _ code: String, at location: String? = nil, seq: Int = 1) -> ScanEvent {
    event(id, .scan(Scan(code: code, location: location)), seq: seq)
  }

  /// The log, read past the store.
  func entries() throws -> [Entry] { try Self.entries(database()) }

  /// The log of any ledger.
  static func entries(_ database: Database) throws -> [Entry] {
    try database.read { connection in
      try connection.all(
        "SELECT seq, recorded_at, kind, principal, payload FROM entries ORDER BY seq"
      ) {
        Entry(
          seq: try $0.int(0), recordedAt: try $0.int(1), kind: try $0.text(2),
          principal: try $0.text(3), payload: try $0.text(4))
      }
    }
  }

  struct Entry: Equatable {
    let seq: Int
    let recordedAt: Int
    let kind: String
    let principal: String
    let payload: String
  }

  /// Expects a step to append entries of these kinds, and to leave the others as they were.
  func expectEntries(
    _ kinds: [String], at sourceLocation: SourceLocation = #_sourceLocation,
    _ step: () throws -> Void
  ) throws {
    let before = try entries()
    try step()
    let after = try entries()
    #expect(Array(after.prefix(before.count)) == before, sourceLocation: sourceLocation)
    #expect(after.dropFirst(before.count).map(\.kind) == kinds, sourceLocation: sourceLocation)
  }

  func expectEntries(
    _ kinds: String..., at sourceLocation: SourceLocation = #_sourceLocation,
    _ step: () throws -> Void
  ) throws {
    try expectEntries(kinds, at: sourceLocation, step)
  }
}

/// A clock that stands still until it is told to advance.
private final class ManualClock: Sendable {
  private let time: Mutex<Int>

  init(_ time: Int) { self.time = Mutex(time) }

  var read: @Sendable () -> Int { { [self] in time.withLock { $0 } } }

  func advance(_ milliseconds: Int) -> Int {
    time.withLock { time in
      time += milliseconds
      return time
    }
  }
}

/// The folder, which several threads may share since nothing of it changes.
private final class TemporaryPlace: Sendable {
  let path: String
  private let folder: Mutex<TemporaryFolder>

  init() throws {
    let folder = try TemporaryFolder()
    path = folder.path
    self.folder = Mutex(folder)
  }
}

/// The fault that a step throws.
func fault(_ step: () throws -> Void) throws -> LedgerFault? {
  do {
    try step()
    return nil
  } catch let fault as LedgerFault {
    return fault
  }
}
