import Diagnostics
import Foundation

/// A line of an earlier run's manifest, read back.
struct ListedLine: Decodable {
  struct Code: Decodable {
    let symbology: String
    let text: String
  }

  struct Refusal: Decodable {
    let code: String
    let message: String
  }

  let file: String?
  let sha256: String?
  let codes: [Code]
  let error: Refusal?
  let offset: Int?
  let length: Int?
  let template: String
  let values: String?

  /// Nil for a line that no manifest of this program has.
  init?(_ bytes: [UInt8]) {
    guard let line = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = line
  }

  /// Nil where no label was written.
  var place: LabelPlace? {
    guard let file else { return nil }
    guard let offset, let length else { return LabelPlace(file: file) }
    guard offset >= 0, length >= 0, length < Int.max - offset else { return nil }
    return LabelPlace(file: file, bytes: offset..<offset + length)
  }
}
