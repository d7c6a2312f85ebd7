/// Which row has taken which file of a batch.
///
/// Names that differ only in the case of letters are one: on many file systems they are one file. Only
/// hashes are kept, in tables that grow a part at a time: some twenty bytes a file. Two names with the same 64-bit hash would be taken for one, which among a million has a chance of one in thirty
/// million, and refuses a row rather than lose a file.
struct FileClaims {
  private var parts = [Part](repeating: Part(), count: 64)

  /// The row that has taken a name.
  func owner(of name: String) -> Int? {
    let hash = Self.hash(name)
    return parts[Int(hash & 63)].owner(of: hash).map(Int.init)
  }

  /// Takes a name for a row, unless it is taken.
  mutating func claim(_ name: String, row: Int) {
    let hash = Self.hash(name)
    parts[Int(hash & 63)].claim(hash, row: Int32(clamping: row))
  }

  private static func hash(_ name: String) -> UInt64 {
    max(1, UInt64(truncatingIfNeeded: name.lowercased().hashValue))
  }

  /// A table with open addressing, at most seven eighths full.
  private struct Part {
    /// 0 where nobody is.
    private var hashes: [UInt64] = []
    private var rows: [Int32] = []
    private var count = 0

    func owner(of hash: UInt64) -> Int32? {
      guard count > 0 else { return nil }
      let slot = slot(of: hash)
      return hashes[slot] == 0 ? nil : rows[slot]
    }

    mutating func claim(_ hash: UInt64, row: Int32) {
      if 8 * (count + 1) > 7 * hashes.count { grow() }
      let slot = slot(of: hash)
      guard hashes[slot] == 0 else { return }
      (hashes[slot], rows[slot]) = (hash, row)
      count += 1
    }

    /// Where the hash is, or is to go.
    private func slot(of hash: UInt64) -> Int {
      // The number of slots isn't a power of two: the hash is taken as a fraction.
      var slot = Int(UInt64(hashes.count).multipliedFullWidth(by: hash).high)
      while hashes[slot] != 0, hashes[slot] != hash {
        slot = slot + 1 == hashes.count ? 0 : slot + 1
      }
      return slot
    }

    private mutating func grow() {
      let old = zip(hashes, rows)
      let slots = max(16, hashes.count * 5 / 4)
      hashes = Array(repeating: 0, count: slots)
      rows = Array(repeating: 0, count: slots)
      for (hash, row) in old where hash != 0 {
        let slot = slot(of: hash)
        (hashes[slot], rows[slot]) = (hash, row)
      }
    }
  }
}
