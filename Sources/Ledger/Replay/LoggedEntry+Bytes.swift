import Inventory

extension LoggedEntry {
  /// The columns of an entry, from the bytes that are hashed; nil where they aren't of that form.
  ///
  /// What is read is what was written: the hash of the columns is that of the bytes, which whoever
  /// plays the entry compares by the root.
  init?(hashed bytes: UnsafeRawBufferPointer) {
    var scan = EntryScan(bytes: bytes)
    guard scan.take(#"{"kind":""#), let kind = scan.text(upTo: UInt8(ascii: "\"")),
      scan.take(#"","payload":"#), let payload = scan.object(),
      scan.take(#","principal":"#), let principal = scan.object(),
      scan.take(#","recorded_at":"#), let time = scan.number(),
      scan.take(#","seq":"#), let seq = scan.number(), scan.take("}"), scan.isAtEnd,
      Timestamp.range.contains(time)
    else { return nil }
    self.init(seq: seq, recordedAt: time, kind: kind, principal: principal, payload: payload)
  }
}

/// Goes through the bytes of an entry.
private struct EntryScan {
  let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func take(_ words: StaticString) -> Bool {
    let words = UnsafeRawBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    guard bytes[place...].starts(with: words) else { return false }
    place += words.count
    return true
  }

  mutating func text(upTo end: UInt8) -> String? {
    guard let stop = bytes[place...].firstIndex(of: end) else { return nil }
    return taken(to: stop)
  }

  mutating func number() -> Int? {
    let stop =
      bytes[place...].firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return stop.flatMap { taken(to: $0) }.flatMap { Int($0) }
  }

  /// An object of JSON, to the brace that closes it.
  mutating func object() -> String? {
    var (depth, isInString, isEscaped) = (0, false, false)
    for index in place..<bytes.count {
      let byte = bytes[index]
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        default: break
        }
      }
      if depth == 0, !isInString {
        return byte == UInt8(ascii: "}") ? taken(to: index + 1) : nil
      }
    }
    return nil
  }

  private mutating func taken(to end: Int) -> String? {
    defer { place = end }
    return String(validating: bytes[place..<end], as: UTF8.self)
  }
}
