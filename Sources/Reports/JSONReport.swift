import Foundation
import Ledger

/// The report with all that it knows, for programs.
enum JSONReport {
  static func text(_ report: StocktakeReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }
}
