/// Which assets each counting round holds.
struct Rounds {
  private let members: [Int: Set<String>]
  /// The rounds above the first, highest first.
  private let recounts: [Int]

  init(_ members: [Int: Set<String>]) {
    self.members = members
    recounts = members.keys.filter { $0 > 1 }.sorted(by: >)
  }

  /// The highest round above the first that holds an asset and of which something is true.
  func highestRecount(of asset: String, where isTrue: (Int) -> Bool) -> Int? {
    recounts.first { members[$0]?.contains(asset) == true && isTrue($0) }
  }

  /// The round that a scan of an asset counts for: its own, or the highest lower one that holds
  /// the asset.
  func counting(_ asset: String, scannedIn round: Int) -> Int {
    recounts.first { $0 <= round && members[$0]?.contains(asset) == true } ?? 1
  }
}
