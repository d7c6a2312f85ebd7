/// What a stocktake's opener decided about counting.
package struct StocktakePolicy: Sendable, Equatable, Codable {
  /// What it takes for a location to be counted completely.
  package enum Coverage: String, Sendable, CaseIterable, Codable {
    /// Somebody said so (a **done** event).
    case explicit
    /// Somebody said so, or scanned one known asset there.
    case implicit
  }

  package let coverage: Coverage
  /// Assets that are assigned to somebody are not expected.
  package let leavesOutAssigned: Bool

  package init(coverage: Coverage = .explicit, leavesOutAssigned: Bool = false) {
    (self.coverage, self.leavesOutAssigned) = (coverage, leavesOutAssigned)
  }

  private enum CodingKeys: String, CodingKey {
    case coverage
    case leavesOutAssigned = "without_assigned"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    coverage = try values.choiceIfPresent(Coverage.self, forKey: .coverage) ?? .explicit
    leavesOutAssigned = try values.decodeIfPresent(Bool.self, forKey: .leavesOutAssigned) ?? false
  }
}
