/// What the books said of one asset, and when.
struct BookHistory {
  struct Entry {
    /// By number.
    let location: Int32?
    let status: AssetStatus
  }

  /// As the stocktake opened.
  let atOpening: Entry
  /// With the time from which each holds, oldest first.
  let changes: [(at: Int, entry: Entry)]

  /// The books with all moves up to and including a time.
  func entry(at time: Int) -> Entry { changes.last { $0.at <= time }?.entry ?? atOpening }

  /// The books with every move.
  var final: Entry { changes.last?.entry ?? atOpening }

  /// How many changes there were up to and including a time.
  func epoch(at time: Int) -> Int { changes.count { $0.at <= time } }
}
