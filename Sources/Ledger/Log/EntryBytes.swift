/// The bytes of an entry that are hashed: all of its columns as one JSON object.
///
/// Keys are sorted and there is no space, as in the canonical JSON of `payload` and `principal`,
/// which stand in it as they are stored: what is hashed is never encoded a second time.
///
///     {"kind":"asset.created","payload":{…},"principal":{"name":"ann"},"recorded_at":1795255200000,"seq":7}
///
/// docs/LEDGER.md describes the form for others; it can't change for entries that exist.
struct EntryBytes {
  private(set) var bytes: [UInt8] = []

  /// Takes the columns of an entry; texts as UTF-8.
  mutating func set(
    kind: some Collection<UInt8>, payload: some Collection<UInt8>,
    principal: some Collection<UInt8>, recordedAt: Int, seq: Int
  ) {
    bytes.removeAll(keepingCapacity: true)
    bytes += #"{"kind":""#.utf8
    bytes += kind
    bytes += #"","payload":"#.utf8
    bytes += payload
    bytes += #","principal":"#.utf8
    bytes += principal
    bytes += #","recorded_at":"#.utf8
    bytes += String(recordedAt).utf8
    bytes += #","seq":"#.utf8
    bytes += String(seq).utf8
    bytes += "}".utf8
  }

  /// Whether columns can be told apart again in the bytes that they make.
  ///
  /// Entries of ours always can. Somebody who changes the database could move an end of one column
  /// into the next and leave the bytes as they were.
  static func areSeparable(
    kind: UnsafeBufferPointer<UInt8>, payload: UnsafeBufferPointer<UInt8>,
    principal: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    kind.allSatisfy(isLetter) && isOneObject(payload) && isOneObject(principal)
  }

  /// Small letters, digits, `.`, `-` and `_`.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// Whether braces open with the first byte and close with the last, and not before.
  private static func isOneObject(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var (depth, isInString, isEscaped) = (0, false, false)
    for (index, byte) in text.enumerated() {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else {
          isEscaped = byte == UInt8(ascii: "\\")
          isInString = byte != UInt8(ascii: "\"")
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if depth <= 0 { return index == text.count - 1 && byte == UInt8(ascii: "}") }
    }
    return false
  }
}
