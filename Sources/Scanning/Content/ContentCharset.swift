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

  /// Whether all bytes form characters of Shift JIS, and some can hardly be Latin-1: either 0x81–0x9F,
  /// which are control characters there, or a word of half-width katakana.
  private static func looksLikeShiftJIS(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var isTelling = false
    var word = KatakanaRun()
    while index < bytes.count {
      switch bytes[index] {
      case 0x20...0x7E, 0x09, 0x0A, 0x0D:
        word = KatakanaRun()
        index += 1
      case 0xA1...0xDF:
        word.take(bytes[index])
        isTelling = isTelling || word.isTelling
        index += 1
      case 0x81...0x9F, 0xE0...0xEF:
        guard index + 1 < bytes.count, isTrail(bytes[index + 1]) else { return false }
        isTelling = isTelling || bytes[index] <= 0x9F
        word = KatakanaRun()
        index += 2
      default:
        return false
      }
    }
    return isTelling
  }

  private static func isTrail(_ byte: UInt8) -> Bool {
    (0x40...0x7E).contains(byte) || (0x80...0xFC).contains(byte)
  }
}

/// Bytes of half-width katakana (JIS X 0201) in a row, which are capitals and signs in Latin-1.
private struct KatakanaRun {
  private var length = 0
  private var letters = 0

  mutating func take(_ byte: UInt8) {
    length += 1
    if byte >= 0xC0 { letters += 1 }
  }

  /// Latin-1 may have two signs and capitals side by side (`«É`), hardly three: `ÃÞ»Þ²Ý`.
  var isTelling: Bool { length >= 3 && letters > 0 && letters < length }
}
