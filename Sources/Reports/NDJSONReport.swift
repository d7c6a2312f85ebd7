import Foundation
import Inventory
import Ledger

/// The report as one JSON object a line, each with its kind: for programs that read line by line.
struct NDJSONReport {
  private let encoder: JSONEncoder
  private let report: StocktakeReport

  init(_ report: StocktakeReport) {
    self.report = report
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func text() throws -> String {
    let summary = Summary(
      stocktake: report.stocktake, summary: report.summary, dispositions: report.dispositions,
      hash: report.hash)
    return try lines("summary", [summary]) + lines("location", report.progress)
      + lines("line", report.lines) + lines("unknown", report.unknown)
      + lines("ambiguous", report.ambiguous) + lines("counter", report.counters)
  }

  private func lines(_ kind: String, _ values: [some Encodable]) throws -> String {
    try values.map { value in
      let json = try encoder.encode(Record(kind: kind, value: value))
      return String(decoding: json, as: UTF8.self) + "\n"
    }.joined()
  }

  private struct Summary: Encodable {
    let stocktake: StocktakeReport.Header
    let summary: StocktakeReport.Summary
    let dispositions: [String: Int]
    let hash: String
  }

  /// A value with its kind among its keys.
  private struct Record<Value: Encodable>: Encodable {
    let kind: String
    let value: Value

    private enum CodingKeys: CodingKey { case kind }

    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      var keys = encoder.container(keyedBy: CodingKeys.self)
      try keys.encode(kind, forKey: .kind)
    }
  }
}
