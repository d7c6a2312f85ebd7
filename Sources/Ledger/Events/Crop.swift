import Crypto
import Diagnostics

/// A small picture that proves a sighting, addressed by what it is.
package struct Crop: Sendable, Equatable {
  /// `sha256:` and 64 digits, over the bytes.
  package let hash: String
  package let png: [UInt8]

  package init(png: [UInt8]) {
    (hash, self.png) = ("sha256:" + Hex.text(SHA256.hash(data: png)), png)
  }
}
