package import Crypto
package import Foundation

/// JSON of which there is one form only: sorted keys, no space that could be left out.
package enum CanonicalJSON {
  package static func text(_ value: some Encodable) throws -> String {
    String(decoding: try data(value), as: UTF8.self)
  }

  package static func data(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  /// SHA-256 over the canonical form.
  package static func digest(_ value: some Encodable) throws -> SHA256.Digest {
    SHA256.hash(data: try data(value))
  }
}

extension CanonicalJSON {
  /// The value of a text that `text(_:)` made.
  static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
