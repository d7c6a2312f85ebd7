package import Inventory

/// Something that happens to stock.
package struct StockMovement: Sendable, Equatable {
  /// What it is; locations by code.
  package enum Step: Sendable, Equatable {
    /// Comes in from outside.
    case received(into: String)
    /// Goes out.
    case issued(from: String)
    case moved(from: String, into: String)
    /// Somebody counted what is there: the quantity is what was found.
    case counted(at: String)
    /// The books were wrong by the quantity, up or down.
    case corrected(at: String)
  }

  package let step: Step
  /// The part's code or number.
  package let part: String
  package let quantity: Quantity
  /// Needed for parts with lots, refused for others.
  package let lot: String?
  /// Why, or what for; needed for a correction.
  package let note: String?
  /// Whether a line may come to less than nothing.
  package let allowsNegative: Bool

  package init(
    _ step: Step, part: String, quantity: Quantity, lot: String? = nil, note: String? = nil,
    allowsNegative: Bool = false
  ) {
    (self.step, self.part, self.quantity) = (step, part, quantity)
    (self.lot, self.note, self.allowsNegative) = (lot, note, allowsNegative)
  }
}

/// How much of a part lies in one place, in one lot.
package struct StockLine: Sendable, Equatable, Codable {
  /// The part's code.
  package let part: String
  package let name: String
  /// A location's code.
  package let location: String
  /// Empty for parts without lots.
  package let lot: String
  package let unit: String
  package let quantity: Quantity
}

/// How much of a part there is in all.
package struct StockTotal: Sendable, Equatable, Codable {
  package let part: String
  package let name: String
  package let unit: String
  package let quantity: Quantity
  /// How many lines that aren't zero make it.
  package let lines: Int
}

/// One change of one line.
package struct StockChange: Sendable, Equatable, Codable {
  /// The entry that says it.
  package let seq: Int
  /// RFC 3339, UTC.
  package let at: String
  package let by: String
  /// `received`, `issued`, `moved`, `counted` or `corrected`.
  package let kind: String
  package let part: String
  package let location: String
  package let lot: String
  package let unit: String
  package let change: Quantity
  /// What the line came to.
  package let quantity: Quantity
  package let note: String
}
