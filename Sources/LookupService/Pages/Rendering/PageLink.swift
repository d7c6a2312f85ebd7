/// A link: its words, and where it leads.
struct PageLink: Sendable {
  let words: String
  let href: String

  init(_ words: String, _ href: String) { (self.words, self.href) = (words, href) }

  static func asset(_ tag: String) -> PageLink { PageLink(tag, path("/assets/", tag)) }

  static func location(_ code: String, words: String? = nil) -> PageLink {
    PageLink(words ?? code, path("/locations/", code))
  }

  static func stocktake(_ number: Int, words: String) -> PageLink {
    PageLink(words, "/stocktakes/\(number)")
  }

  /// The name as one part of a path, whatever signs are in it.
  private static func path(_ start: String, _ name: String) -> String {
    // A browser takes these for steps in the tree of paths, however they are written
    // (WHATWG URL, 4.4).
    if [".", ".."].contains(name) { return "/?code=" + name }
    return start + PercentEncoding.encode(name)
  }
}

extension PercentEncoding {
  /// The text with everything encoded but unreserved characters (RFC 3986, 2.3).
  static func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
