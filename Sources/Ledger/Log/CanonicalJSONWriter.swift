/// Writes canonical JSON into one buffer, for events that come by the thousand.
///
/// The bytes are those that `CanonicalJSON` makes, at a twentieth of the cost. Whoever uses it names
/// the keys in their sorted order.
struct CanonicalJSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether a comma is due before the next key or element.
  private var isFirst = true

  /// Forgets what was written, and keeps the buffer.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isFirst = true
  }

  /// Takes canonical JSON that somebody else wrote.
  mutating func append(_ json: some Sequence<UInt8>) {
    bytes.append(contentsOf: json)
    isFirst = false
  }

  mutating func object(_ body: (inout CanonicalJSONWriter) throws -> Void) rethrows {
    try enclosed("{", "}", body)
  }

  /// An array whose elements the closure writes, each after `separate()`.
  mutating func array(_ body: (inout CanonicalJSONWriter) throws -> Void) rethrows {
    try enclosed("[", "]", body)
  }

  private mutating func enclosed(
    _ start: Unicode.Scalar, _ end: Unicode.Scalar,
    _ body: (inout CanonicalJSONWriter) throws -> Void
  ) rethrows {
    bytes.append(UInt8(ascii: start))
    isFirst = true
    try body(&self)
    bytes.append(UInt8(ascii: end))
    isFirst = false
  }

  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}

extension CanonicalJSONWriter {
  mutating func integer(_ number: Int) {
    guard number >= 0 else { return bytes.append(contentsOf: String(number).utf8) }
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// The shortest decimal that gives the number again; whole ones without a point.
  ///
  /// - Throws: `LedgerFault` `event.malformed` for what JSON has no number for.
  mutating func number(_ value: Double) throws(LedgerFault) {
    guard value.isFinite else {
      throw LedgerFault(
        code: "event.malformed", message: "A corner of an outline is no number: \(value).")
    }
    let text = value.description
    bytes.append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
  }

  mutating func bool(_ value: Bool) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// A text in quotes; what JSON wants to have escaped, in the shortest form that it has.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      // Nearly all texts go over in one piece.
      var rest = text[...]
      while let special = rest.firstIndex(where: Self.isSpecial) {
        bytes.append(contentsOf: rest[..<special])
        escape(text[special])
        rest = rest[(special + 1)...]
      }
      bytes.append(contentsOf: rest)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0..<0x20:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 0xF
      bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    default: bytes.append(byte)
    }
  }
}
