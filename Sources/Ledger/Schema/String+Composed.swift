import Foundation

extension String {
  /// The form in which codes and ids are kept and looked for (Unicode's NFC).
  ///
  /// `ü` can also be written as `u` and a combining mark, as names of folders often are. Both look
  /// the same and Swift holds them to be equal, but a database compares bytes.
  var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }
}
