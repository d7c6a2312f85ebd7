package import Foundation

/// What replay prints of a scenario.
package struct ReplayResult: Sendable, Equatable, Codable {
  package let expected: [String]
  package let lines: [Line]
  package let unknown: [String]
  package let ambiguous: [String]
  package let dispositions: [String: Disposition]

  package struct Line: Sendable, Equatable, Codable {
    package let asset: String
    package let outcome: Outcome
    package let flags: [Flag]
  }

  package init(_ result: Reconciliation) {
    expected = result.expected
    lines = result.lines.map { Line(asset: $0.asset, outcome: $0.outcome, flags: $0.flags) }
    unknown = result.unknown.map(\.code)
    ambiguous = result.ambiguous.map(\.code)
    dispositions = result.dispositions.byEvent
  }

  /// One line of JSON with sorted keys.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}
