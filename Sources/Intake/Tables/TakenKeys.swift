/// Which keys of a table were taken already, and in which line each stands.
///
/// Keys are kept as hashes of 64 bits, about 20 bytes a row however long they are. That two keys of a
/// million have one hash, so that a row is wrongly refused as a repeat, happens in one of thirty
/// million such tables, and not again in the next run: the hash is seeded anew.
struct TakenKeys {
  /// Zero for a free place.
  private var hashes = [UInt64](repeating: 0, count: 1024)
  private var lines = [UInt32](repeating: 0, count: 1024)
  private var count = 0

  /// The line in which the key was taken; nil where it wasn't.
  func line(of key: String) -> Int? {
    let hash = Self.hash(key)
    let place = place(of: hash)
    return hashes[place] == hash ? Int(lines[place]) : nil
  }

  mutating func insert(_ key: String, line: Int) {
    if (count + 1) * 4 > hashes.count * 3 { grow() }
    keep(Self.hash(key), UInt32(clamping: line))
  }

  private mutating func keep(_ hash: UInt64, _ line: UInt32) {
    let place = place(of: hash)
    if hashes[place] == 0 { count += 1 }
    (hashes[place], lines[place]) = (hash, line)
  }

  /// Where the hash is, or would be: the next place that is its own or free.
  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & (hashes.count - 1) }
    return place
  }

  private mutating func grow() {
    let (oldHashes, oldLines) = (hashes, lines)
    hashes = Array(repeating: 0, count: 2 * oldHashes.count)
    lines = Array(repeating: 0, count: hashes.count)
    count = 0
    for (hash, line) in zip(oldHashes, oldLines) where hash != 0 { keep(hash, line) }
  }

  private static func hash(_ key: String) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(key)
    return max(1, UInt64(bitPattern: Int64(hasher.finalize())))
  }
}
