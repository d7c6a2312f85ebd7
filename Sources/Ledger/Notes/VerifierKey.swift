import Crypto
import Diagnostics
import Foundation

/// A public Ed25519 key with its name, in the form of c2sp.org/signed-note: `name+id+key`.
package struct VerifierKey: Sendable, Equatable {
  package let name: String
  /// 32 bytes.
  let publicKey: [UInt8]

  /// The number by which signed notes call Ed25519.
  private static let ed25519: UInt8 = 1

  init(name: String, publicKey: [UInt8]) { (self.name, self.publicKey) = (name, publicKey) }

  /// Reads the form that `tally ledger info` prints.
  ///
  /// - Throws: `LedgerFault` `key.malformed`.
  package init(_ text: String) throws(LedgerFault) {
    // The key itself, in base64, may contain a plus.
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, Self.isName(parts[0]),
      let key = Data(base64Encoded: String(parts[2])), key.count == 33, key.first == Self.ed25519
    else {
      throw LedgerFault(
        code: "key.malformed",
        message: "\(SafeText.quoted(text)) is no key of a ledger; it is written "
          + "NAME+8 DIGITS+BASE64, as tally ledger info prints it.")
    }
    self.init(name: String(parts[0]), publicKey: Array(key.dropFirst()))
    guard Hex.text(id) == parts[1] else {
      throw LedgerFault(
        code: "key.malformed",
        message: "The key \(SafeText.quoted(text)) was mistyped or cut off: its middle part isn't "
          + "the one of this name and key.")
    }
  }

  package var text: String {
    "\(name)+\(Hex.text(id))+\(Data([Self.ed25519] + publicKey).base64EncodedString())"
  }

  /// The first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key).
  var id: [UInt8] {
    let hash = SHA256.hash(data: Array(name.utf8) + [0x0A, Self.ed25519] + publicKey)
    return Array(hash.prefix(4))
  }

  /// Whether the note has a signature by this key, and that is right.
  package func signed(_ note: SignedNote) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    let own = note.signatures.filter { $0.name == name && $0.keyID == id }
    return !own.isEmpty
      && own.allSatisfy { key.isValidSignature($0.bytes, for: Array(note.text.utf8)) }
  }

  /// Names have neither spaces nor plus signs.
  static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "+" }
  }
}
