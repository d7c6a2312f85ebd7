import Crypto
import Diagnostics
package import Foundation

/// How a picture is named in evidence.
package enum PictureHash {
  /// `sha256:` and 64 digits, over the bytes of the file.
  package static func of(_ bytes: Data) -> String { "sha256:" + Hex.text(SHA256.hash(data: bytes)) }
}
