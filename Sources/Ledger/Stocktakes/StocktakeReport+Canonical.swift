import Crypto
import Diagnostics
import Foundation
import Inventory

extension StocktakeReport {
  /// What names the report: SHA-256 over its canonical form with an empty `hash`.
  func madeHash() throws -> String {
    var unsigned = self
    unsigned.hash = ""
    var hash = SHA256()
    try unsigned.writeCanonical { hash.update(data: $0) }
    return "sha256:" + Hex.text(hash.finalize())
  }

  /// The canonical form, as it is kept.
  func canonicalText() throws -> String {
    var text = Data()
    try writeCanonical { text.append($0) }
    return String(decoding: text, as: UTF8.self)
  }

  /// So many bytes of lines are handed out at a time.
  private static let piece = 1 << 16

  /// Hands out the canonical form in pieces.
  ///
  /// Lines are written by hand: what an encoder makes of a million is ten times their text.
  private func writeCanonical(_ take: (Data) throws -> Void) throws {
    var frame = self
    frame.lines = []
    let json = try CanonicalJSON.data(frame)
    // No text can look so: quotes in it are escaped.
    guard let empty = json.range(of: Data(#""lines":[]"#.utf8)) else { return try take(json) }
    try take(json[..<(empty.upperBound - 1)])
    var written = CanonicalJSONWriter()
    for (index, line) in lines.enumerated() {
      if index > 0 { written.append(CollectionOfOne(UInt8(ascii: ","))) }
      try line.write(to: &written)
      guard written.bytes.count >= Self.piece else { continue }
      try take(Data(written.bytes))
      written.clear()
    }
    try take(Data(written.bytes))
    try take(json[(empty.upperBound - 1)...])
  }
}

extension StocktakeReport.Line {
  /// Keys sorted, those without a value left out.
  fileprivate func write(to json: inout CanonicalJSONWriter) throws {
    try json.object { json in
      json.text("asset", asset)
      json.text("book_location", bookLocation)
      json.text("book_status", bookStatus.rawValue)
      if let decisive {
        json.key("decisive")
        try decisive.write(to: &json)
      }
      json.key("flags")
      json.array { json in
        for flag in flags {
          json.separate()
          json.string(flag.rawValue)
        }
      }
      json.text("name", name)
      json.text("outcome", outcome.rawValue)
      json.key("round")
      json.integer(round)
      json.text("seen_at", seenAt)
    }
  }
}

extension StocktakeReport.Sighting {
  fileprivate func write(to json: inout CanonicalJSONWriter) throws {
    try json.object { json in
      json.text("at", at)
      json.text("code", code)
      json.text("counter", counter)
      json.text("device", device)
      json.text("event", event)
      if let evidence {
        json.key("evidence")
        try evidence.write(to: &json)
      }
      json.text("location", location)
      json.text("symbology", symbology)
    }
  }
}
