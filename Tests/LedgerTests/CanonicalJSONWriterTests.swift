import Inventory
import TestSupport
import Testing

@testable import Ledger

/// What is written by hand is what the encoder would have written.
struct CanonicalJSONWriterTests {
  @Test func `random hostile events are written as the encoder writes them`() throws {
    var random = RandomSource(seed: 8259)
    var json = CanonicalJSONWriter()
    for _ in 0..<2000 {
      let number = Int.random(in: -9...1_000_000, using: &random)
      let recording = try ScanRecording(
        stocktake: Self.text(&random), event: try Self.event(&random), &json
      ).numbered(number)
      #expect(recording.event.deviceSeq == number)
      json.clear()
      recording.write(to: &json)
      let expected = try CanonicalJSON.text(recording)
      #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
      let back = try CanonicalJSON.value(ScanRecording.self, expected)
      #expect(try CanonicalJSON.text(back) == expected, "and read back")
      #expect(back.digest == recording.digest)
    }
  }

  @Test func `every byte that a text can have is written as the encoder writes it`() throws {
    for scalar in (UInt32(0)..<0x300).compactMap({ Unicode.Scalar($0) }) {
      var json = CanonicalJSONWriter()
      json.string("a\(scalar)z")
      #expect(try json.bytes == Array(CanonicalJSON.data("a\(scalar)z")), "\(scalar.value)")
    }
  }

  @Test func `numbers are written as the encoder writes them`() throws {
    var random = RandomSource(seed: 754)
    let known: [Double] = [
      0, -0.0, 1, -1, 0.1, 1e15, 1e16, 1e17, 1e-5, .leastNonzeroMagnitude, 1.7976931348623157e308,
      3.5,
    ]
    let others: [Double] = (0..<2000).map { _ in Double(bitPattern: random.next()) }
    for number in known + others where number.isFinite {
      var json = CanonicalJSONWriter()
      try json.number(number)
      #expect(try json.bytes == Array(CanonicalJSON.data(number)), "\(number)")
    }
    for number in [0, 7, 10, -1, .max, .min, 1 << 53] {
      var json = CanonicalJSONWriter()
      json.integer(number)
      #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
    }
    #expect(throws: LedgerFault.self) { try CanonicalJSONWriter.number(.nan) }
    #expect(throws: LedgerFault.self) { try CanonicalJSONWriter.number(.infinity) }
  }

  private static let pieces = [
    "A-1", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "é",
    "e\u{301}",
    "資産", "👩‍🔧", "\u{FEFF}", "{", "}", "]C1", "", "'; DROP TABLE entries; --",
  ]

  private static func text(_ random: inout RandomSource) -> String {
    (0..<Int.random(in: 0..<5, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  private static func maybe<Value>(
    _ random: inout RandomSource, _ value: (inout RandomSource) throws -> Value
  ) rethrows -> Value? {
    Bool.random(using: &random) ? try value(&random) : nil
  }

  private static func event(_ random: inout RandomSource) throws -> EventRecord {
    let contents: [ScanEvent.Content] = [
      .scan(
        Scan(
          code: text(&random), symbology: maybe(&random, text), location: maybe(&random, text),
          quantity: maybe(&random, text), evidence: maybe(&random, evidence))),
      .location(text(&random)), .done(maybe(&random, text)), .void(text(&random)),
    ]
    return EventRecord(
      ScanEvent(
        clientEventID: text(&random), deviceID: text(&random),
        deviceSeq: Int.random(in: EventRecord.sequenceRange, using: &random),
        occurredAt: Int.random(in: Timestamp.range, using: &random),
        round: Int.random(in: 1...100, using: &random), counter: maybe(&random, text),
        content: contents.randomElement(using: &random) ?? .location(nil)))
  }

  private static func evidence(_ random: inout RandomSource) -> Evidence {
    Evidence(
      image: maybe(&random, text), polygon: maybe(&random, polygon),
      quality: maybe(&random) { Int.random(in: -5...100, using: &$0) },
      weak: maybe(&random) { Bool.random(using: &$0) }, crop: maybe(&random, text),
      cropPolygon: maybe(&random, polygon))
  }

  private static func polygon(_ random: inout RandomSource) -> Polygon {
    let corners = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
      (0..<Int.random(in: 0..<3, using: &random)).map { _ in
        let number = Double(bitPattern: random.next())
        return Bool.random(using: &random) || !number.isFinite
          ? Double(Int.random(in: -10...4000, using: &random)) / 8 : number
      }
    }
    return Polygon(corners)
  }
}

extension CanonicalJSONWriter {
  fileprivate static func number(_ value: Double) throws {
    var json = CanonicalJSONWriter()
    try json.number(value)
  }
}
