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
