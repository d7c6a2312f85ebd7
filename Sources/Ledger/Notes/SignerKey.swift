import Crypto

/// The private key of a ledger, made with it.
struct SignerKey {
  /// The name of the log and of the key: the origin in its checkpoints.
  let origin: String
  private let key: Curve25519.Signing.PrivateKey

  /// A new key of a new log.
  init(origin: String) { (self.origin, key) = (origin, Curve25519.Signing.PrivateKey()) }

  /// A key that is kept; nil where the seed doesn't have 32 bytes.
  init?(origin: String, seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    (self.origin, self.key) = (origin, key)
  }

  /// 32 bytes (RFC 8032, 5.1.5).
  var seed: [UInt8] { Array(key.rawRepresentation) }

  var verifier: VerifierKey {
    VerifierKey(name: origin, publicKey: Array(key.publicKey.rawRepresentation))
  }

  /// The checkpoint of this log at a size, as a note.
  func note(size: Int, root: LogHash) throws -> String {
    let text = Checkpoint(origin: origin, size: size, root: root).text
    let signature = try key.signature(for: Array(text.utf8))
    return SignedNote(
      text: text,
      signatures: [.init(name: origin, keyID: verifier.id, bytes: Array(signature))]
    ).note
  }
}
