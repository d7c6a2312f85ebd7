import Foundation

/// The charset of bytes that come without a label, such as the content of a QR Code.
///
/// ISO/IEC 18004 says Latin-1 unless an ECI says otherwise, and writers put in what they like:
/// UTF-8 mostly, Shift JIS in Japan.
enum ContentCharset {
  case utf8
  case shiftJIS
  case latin1

  /// Bytes as text, by the strictest charset that they fit.
  static func decode(_ bytes: [UInt8]) -> (text: String, charset: ContentCharset) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return (text, .utf8) }
    if looksLikeShiftJIS(bytes), let text = String(bytes: bytes, encoding: .shiftJIS) {
      return (text, .shiftJIS)
    }
    let scalars = bytes.lazy.map { Character(Unicode.Scalar($0)) }
    return (String(scalars), .latin1)
  }

  /// Whether all bytes form characters of JIS X 0208 (Shift JIS), and some begin with 0x81–0x9F,
  /// which no Latin-1 text holds: these are control characters there.
  private static func looksLikeShiftJIS(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var hasTellingByte = false
    while index < bytes.count {
      switch bytes[index] {
      case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0xA1...0xDF:
        index += 1
      case 0x81...0x9F, 0xE0...0xEF:
        guard index + 1 < bytes.count, isTrail(bytes[index + 1]) else { return false }
        hasTellingByte = hasTellingByte || bytes[index] <= 0x9F
        index += 2
      default:
        return false
      }
    }
    return hasTellingByte
  }

  private static func isTrail(_ byte: UInt8) -> Bool {
    (0x40...0x7E).contains(byte) || (0x80...0xFC).contains(byte)
  }
}
