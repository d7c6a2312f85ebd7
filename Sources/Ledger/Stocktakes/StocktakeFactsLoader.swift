package import Inventory
import Storage

extension LedgerStore {
  /// All that the outcome of a stocktake depends on, as it stands.
  package func facts(of stocktake: Stocktake) throws -> StocktakeFacts {
    try database.read { connection in
      try connection.facts(of: StocktakeTable(connection: connection).existing(id: stocktake.id))
    }
  }
}

extension Connection {
  /// All that the outcome of a stocktake depends on, read in one transaction.
  func facts(of stocktake: Stocktake) throws -> StocktakeFacts {
    var rules = try codeRules(before: stocktake.closedSeq ?? .max)
    rules.issuedLabels = try unassignedLabels(before: stocktake.closedSeq ?? .max)
    var books = try BookHistoryReader(connection: self, stocktake: stocktake)
    try books.read()
    return StocktakeFacts(
      scope: stocktake.scope, locations: try LocationTable(connection: self).tree(),
      policy: stocktake.policy, assets: books.assets, moves: books.moves,
      events: try scanEvents(of: stocktake.id), codes: rules)
  }
}

/// Reads the books as they were when a stocktake opened, and what changed since.
private struct BookHistoryReader {
  /// With the state at the opening, or for an asset that is newer the state that it began with.
  private(set) var assets: [Asset] = []
  private var changes: [(seq: Int, move: Move)] = []

  private let connection: Connection
  private let opening: Int
  /// The last entry that counts.
  private let end: Int
  private let locations: [ObjectID: String]
  private var codes: CodesByAsset

  init(connection: Connection, stocktake: Stocktake) throws {
    self.connection = connection
    opening = stocktake.openedSeq
    end = stocktake.closedSeq ?? .max
    locations = try LocationTable(connection: connection).codes()
    codes = try CodesByAsset(connection, before: end)
  }

  /// Changes during the count, oldest first; the creation of an asset is none.
  var moves: [Move] { changes.sorted { $0.seq < $1.seq }.map(\.move) }

  mutating func read() throws {
    assets.reserveCapacity(try connection.count("SELECT COUNT(*) FROM assets"))
    var current: State?
    try connection.forEach(
      """
      SELECT a.number, a.tag, h.seq, h.at, h.location_id, h.status
      FROM assets a JOIN asset_history h ON h.asset_number = a.number
      WHERE h.seq < \(end) ORDER BY a.number, h.seq
      """
    ) { row in
      let next = try state(row)
      guard next.number == current?.number else {
        take(current)
        current = next
        return
      }
      if next.seq < opening { current = next } else { note(next) }
    }
    take(current)
  }

  /// What the books said of an asset from an entry on.
  private struct State {
    let number, seq, at: Int
    let tag: String
    let location: String?
    let status: AssetStatus
  }

  private func state(_ row: SQLRow) throws -> State {
    State(
      number: try row.int(0), seq: try row.int(2), at: try row.int(3), tag: try row.text(1),
      location: try row.optionalBlob(4).flatMap { locations[ObjectID(bytes: $0)] },
      status: try row.status(5))
  }

  private mutating func take(_ state: State?) {
    guard let state else { return }
    assets.append(
      Asset(
        id: state.tag, location: state.location, status: state.status,
        codes: codes.codes(of: state.number),
        createdDuringCountAt: state.seq > opening ? state.at : nil))
  }

  private mutating func note(_ state: State) {
    changes.append(
      (
        state.seq,
        Move(asset: state.tag, at: state.at, location: state.location, status: state.status)
      ))
  }
}

/// The codes of all assets, handed out in the order of the assets' numbers.
private struct CodesByAsset {
  private var owners: [Int] = []
  private var codes: [AssetCode] = []
  /// The first that wasn't handed out.
  private var next = 0

  init(_ connection: Connection, before end: Int) throws {
    let count = try connection.count("SELECT COUNT(*) FROM asset_codes")
    owners.reserveCapacity(count)
    codes.reserveCapacity(count)
    try connection.forEach(
      """
      SELECT asset_number, code, kind FROM asset_codes WHERE seq < \(end)
      ORDER BY asset_number, code
      """
    ) { row in
      owners.append(try row.int(0))
      codes.append(
        AssetCode(try row.text(1), kind: AssetCode.Kind(rawValue: try row.text(2)) ?? .physical))
    }
  }

  /// The codes of an asset; its number is greater than the last that was asked for.
  mutating func codes(of asset: Int) -> ArraySlice<AssetCode> {
    while next < owners.count, owners[next] < asset { next += 1 }
    let first = next
    while next < owners.count, owners[next] == asset { next += 1 }
    return codes[first..<next]
  }
}
