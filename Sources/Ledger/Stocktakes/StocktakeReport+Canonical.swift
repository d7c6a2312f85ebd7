import Crypto
import Diagnostics
import Foundation

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

  /// So many lines are encoded at a time: what an encoder makes of a million is ten times their text.
  private static let group = 1000

  /// Hands out the canonical form in pieces.
  private func writeCanonical(_ take: (Data) throws -> Void) throws {
    var frame = self
    frame.lines = []
    let json = try CanonicalJSON.data(frame)
    // No text can look so: quotes in it are escaped.
    guard let empty = json.range(of: Data(#""lines":[]"#.utf8)) else { return try take(json) }
    try take(json[..<(empty.upperBound - 1)])
    for start in stride(from: 0, to: lines.count, by: Self.group) {
      if start > 0 { try take(Data(",".utf8)) }
      let group = try CanonicalJSON.data(Array(lines[start...].prefix(Self.group)))
      try take(group.dropFirst().dropLast())
    }
    try take(json[(empty.upperBound - 1)...])
  }
}
