import Foundation
import Testing

/// A page of metrics, read strictly by the rules of the text format 0.0.4.
struct PrometheusPage {
  struct Sample: Equatable {
    let name: String
    let labels: [String: String]
    let value: Double
  }

  let text: String
  private(set) var types: [String: String] = [:]
  private(set) var samples: [Sample] = []

  init(_ text: String) throws {
    self.text = text
    try #require(text.hasSuffix("\n"))
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#") { try readComment(line) } else { try readSample(line) }
    }
    let series = samples.map { "\($0.name)\($0.labels.sorted { $0.key < $1.key })" }
    try #require(Set(series).count == series.count, "no series comes twice")
  }

  func value(_ name: String, _ labels: [String: String]) -> Double? {
    samples.first { $0.name == name && $0.labels == labels }?.value
  }

  private mutating func readComment(_ line: Substring) throws {
    let words = line.split(separator: " ", maxSplits: 3)
    try #require(words.count == 4, "\(line)")
    guard words[1] == "TYPE" else { return try #require(words[1] == "HELP", "\(line)") }
    try #require(["counter", "gauge", "histogram"].contains(words[3]))
    try #require(types.updateValue(String(words[3]), forKey: String(words[2])) == nil)
  }

  private mutating func readSample(_ line: Substring) throws {
    let pattern = /([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)/
    let match = try #require(try pattern.wholeMatch(in: line), "\(line)")
    let name = String(match.1)
    let family = name.replacing(/_(bucket|sum|count)$/, with: "")
    try #require(types[name] != nil || types[family] == "histogram", "\(name) has no type")
    let value = try #require(match.3 == "+Inf" ? .infinity : Double(match.3), "\(line)")
    samples.append(Sample(name: name, labels: try Self.labels(match.2 ?? ""), value: value))
  }

  private static func labels(_ text: Substring) throws -> [String: String] {
    var labels: [String: String] = [:]
    var rest = text
    while !rest.isEmpty {
      let match = try #require(
        try /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\[\\"n])*)"(?:,|$)/.prefixMatch(in: rest),
        "\(text)")
      try #require(labels.updateValue(String(match.2), forKey: String(match.1)) == nil)
      rest = rest[match.range.upperBound...]
    }
    return labels
  }
}
