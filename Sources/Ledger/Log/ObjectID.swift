import Diagnostics

/// The identity of an object: a UUID of version 7 (RFC 9562, 5.7), which sorts by its time.
package struct ObjectID: Sendable, Hashable {
  /// 16 bytes.
  package let bytes: [UInt8]

  /// A new id of a time in milliseconds since 1970.
  package static func make(at milliseconds: Int) -> ObjectID {
    // Two numbers instead of sixteen: the system is asked for each.
    let words = (UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max))
    var bytes = withUnsafeBytes(of: words) { Array($0) }
    for index in 0..<6 {
      bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * index))
    }
    bytes[6] = bytes[6] & 0x0F | 0x70
    bytes[8] = bytes[8] & 0x3F | 0x80
    return ObjectID(bytes: bytes)
  }

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the form with hyphens; nil for any other text.
  package init?(_ text: String) {
    let digits = text.filter { $0 != "-" }
    guard text.count == 36, digits.count == 32 else { return nil }
    var bytes: [UInt8] = []
    var rest = digits[...]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    self.bytes = bytes
    // Signs that pass as digits, and hyphens in other places, don't come back.
    guard description == text.lowercased() else { return nil }
  }
}

extension ObjectID: CustomStringConvertible {
  /// 32 digits with hyphens, as RFC 9562 writes them.
  package var description: String {
    String(unsafeUninitializedCapacity: 36) { text in
      var end = 0
      for (index, byte) in bytes.enumerated() {
        if index == 4 || index == 6 || index == 8 || index == 10 {
          text[end] = UInt8(ascii: "-")
          end += 1
        }
        (text[end], text[end + 1]) = Hex.digits(byte)
        end += 2
      }
      return end
    }
  }
}

extension ObjectID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = ObjectID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected 32 hexadecimal digits with hyphens")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
