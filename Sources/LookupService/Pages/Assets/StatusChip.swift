import Inventory

/// A status in words, and its colour.
struct StatusChip: Sendable {
  let statusWords: String
  /// The class that colours it.
  let tone: String

  init(_ status: AssetStatus) {
    statusWords = status.rawValue.replacing("_", with: " ")
    tone =
      switch status {
      case .inStock: "good"
      case .assigned, .checkedOut: "busy"
      case .inTransit, .inRepair: "pending"
      case .onOrder: "new"
      case .retired, .disposed: "gone"
      case .lost, .stolen: "bad"
      }
  }
}
