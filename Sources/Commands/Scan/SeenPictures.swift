import Scanning

/// Which pictures a watch has printed: one whose file was written again with the same content is
/// not printed again.
///
/// Eight bytes a picture are kept.
struct SeenPictures {
  private var hashes: Set<Int> = []

  /// Whether the picture, by its path and its content, is new; one that can't be read always is.
  mutating func insert(_ scan: ImageScan) -> Bool {
    guard !scan.sha256.isEmpty else { return true }
    var hasher = Hasher()
    hasher.combine(scan.path)
    hasher.combine(scan.sha256)
    return hashes.insert(hasher.finalize()).inserted
  }
}
