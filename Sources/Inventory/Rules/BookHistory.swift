/// What the books said of one asset, and when.
package struct BookHistory: Sendable {
  package struct Entry: Sendable, Equatable {
    package let location: String?
    package let status: AssetStatus
  }

  /// As the stocktake opened.
  package let atOpening: Entry
  /// With the time from which each holds, oldest first.
  package let changes: [(at: Int, entry: Entry)]

  /// The snapshot, and the moves of this asset sorted by time.
  init(_ asset: Asset, moves: some Sequence<Move>) {
    var entry = Entry(location: asset.location, status: asset.status)
    atOpening = entry
    changes = moves.map { move in
      entry = Entry(location: move.location ?? entry.location, status: move.status ?? entry.status)
      return (move.at, entry)
    }
  }

  /// The books with all moves up to and including a time.
  package func entry(at time: Int) -> Entry {
    changes.last { $0.at <= time }?.entry ?? atOpening
  }

  /// The books with every move.
  package var final: Entry { changes.last?.entry ?? atOpening }

  /// How many changes there were up to and including a time.
  package func epoch(at time: Int) -> Int { changes.count { $0.at <= time } }
}
