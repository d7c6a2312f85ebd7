import Foundation

/// Texts as PostgreSQL can keep them.
///
/// It has no U+0000, which a symbol may well hold, and a scan must not be lost for it. So U+0000 is
/// kept as U+FDD0 and `0`, and U+FDD0, which is no character (The Unicode Standard, 23.7), as U+FDD0
/// and `1`. All other texts are kept as they are.
enum PostgresText {
  /// U+FDD0 in UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xB7, 0x90]

  /// Appends the bytes of a text.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0), to: &bytes) }
  }

  /// Appends the bytes of a text that is UTF-8.
  static func append(_ utf8: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
    let text = utf8.bindMemory(to: UInt8.self)
    let isOrdinary = !has(0, utf8) && !(has(mark[0], utf8) && hasMark(text))
    if isOrdinary { bytes += utf8 } else { escape(text, &bytes) }
  }

  private static func has(_ byte: UInt8, _ utf8: UnsafeRawBufferPointer) -> Bool {
    utf8.baseAddress.map { memchr($0, Int32(byte), utf8.count) != nil } ?? false
  }

  /// Hands out the text that was kept as these bytes.
  static func reading<Value>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    guard hasMark(bytes) else { return try body(bytes) }
    return try unescaped(bytes).withUnsafeBufferPointer(body)
  }

  private static func hasMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = bytes[...]
    while let start = rest.firstIndex(of: mark[0]) {
      if bytes[start...].starts(with: mark) { return true }
      rest = bytes[(start + 1)...]
    }
    return false
  }

  private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, _ bytes: inout [UInt8]) {
    for (index, byte) in utf8.enumerated() {
      switch byte {
      case 0: bytes += mark + [UInt8(ascii: "0")]
      case mark[2] where index >= 2 && utf8[(index - 2)...].starts(with: mark):
        bytes += [byte, UInt8(ascii: "1")]
      default: bytes.append(byte)
      }
    }
  }

  private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var (text, rest): ([UInt8], Slice<UnsafeBufferPointer<UInt8>>) = ([], bytes[...])
    while let byte = rest.first {
      let sign = rest.starts(with: mark) ? rest.dropFirst(mark.count).first : nil
      switch sign {
      case UInt8(ascii: "0"): text.append(0)
      case UInt8(ascii: "1"): text += mark
      default:
        text.append(byte)
        rest.removeFirst()
        continue
      }
      rest.removeFirst(mark.count + 1)
    }
    return text
  }
}
