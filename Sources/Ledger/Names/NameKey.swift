import Foundation

/// The form in which names are compared: “IT Dept” and “it  dept” are one name.
enum NameKey {
  /// NFKC, case-folded, inner white space collapsed.
  static func of(_ name: String) -> String {
    if let key = ofASCII(name) { return key }
    // By way of upper case, so that ß and SS fold to one.
    return name.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same for a text of ASCII, without Foundation: most names are, and an import has millions.
  private static func ofASCII(_ name: String) -> String? {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count)
    var gap = false
    for byte in name.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x09...0x0D, 0x20: gap = !key.isEmpty
      default:
        if gap { key.append(0x20) }
        gap = false
        key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// What makes the key of a name unique that others have already, since an older program let them:
  /// no name's key has a line end.
  static func unique(_ key: String, number: Int) -> String { "\(key)\n\(number)" }
}
