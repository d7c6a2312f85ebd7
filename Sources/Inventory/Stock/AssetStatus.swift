/// Where an asset stands in its life; a closed list.
package enum AssetStatus: String, Sendable, CaseIterable, Codable {
  case onOrder = "on_order"
  case inStock = "in_stock"
  case assigned
  case checkedOut = "checked_out"
  case inTransit = "in_transit"
  case inRepair = "in_repair"
  case retired
  case lost
  case stolen
  case disposed

  /// Whether an asset of this status should stand where the books say, so that a stocktake
  /// expects it there.
  package func isCountable(under policy: StocktakePolicy) -> Bool {
    switch self {
    case .inStock: true
    case .assigned: !policy.leavesOutAssigned
    default: false
    }
  }

  /// Whether the books say that nobody should ever see the asset again.
  package var isGone: Bool {
    switch self {
    case .retired, .lost, .stolen, .disposed: true
    default: false
    }
  }
}

extension AssetStatus {
  /// The statuses that may follow this one; none after the last.
  package var next: [AssetStatus] { Self.steps[self] ?? [] }

  /// Whether an asset that gets this status is nobody's any more, so that its custody ends.
  package var endsCustody: Bool {
    switch self {
    case .onOrder, .inStock, .retired, .disposed: true
    default: false
    }
  }

  /// Which status may follow which.
  ///
  /// What is ordered comes in, or the order is cancelled (disposed). What is lost or stolen may turn up
  /// again, or is written off. What is retired may be taken back into stock; what is disposed of
  /// doesn't come back.
  private static let steps: [AssetStatus: [AssetStatus]] = [
    .onOrder: [.inStock, .inTransit, .disposed],
    .inStock: [
      .assigned, .checkedOut, .inTransit, .inRepair, .retired, .lost, .stolen, .disposed,
    ],
    .assigned: [.inStock, .inTransit, .inRepair, .retired, .lost, .stolen],
    .checkedOut: [.inStock, .assigned, .inRepair, .lost, .stolen],
    .inTransit: [.inStock, .assigned, .inRepair, .lost, .stolen],
    .inRepair: [.inStock, .assigned, .inTransit, .retired, .lost, .stolen, .disposed],
    .retired: [.inStock, .lost, .stolen, .disposed],
    .lost: [.inStock, .stolen, .retired, .disposed],
    .stolen: [.inStock, .lost, .retired, .disposed],
    .disposed: [],
  ]
}
