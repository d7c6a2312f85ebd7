import Foundation

extension String {
  /// The form in which codes and ids are kept and looked for (Unicode's NFC).
  ///
  /// `ü` can also be written as `u` and a combining mark, as names of folders often are. Both look
  /// the same and Swift holds them to be equal, but a database compares bytes.
  var composed: String {
    var text = self
    // All bytes at once: a loop that may stop at any of them looks at one after the other.
    let isASCII = text.withUTF8 { $0.reduce(0, |) < 0x80 }
    return isASCII ? self : precomposedStringWithCanonicalMapping
  }
}
