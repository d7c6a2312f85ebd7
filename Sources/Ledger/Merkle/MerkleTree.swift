/// The tree over the first entries of a log, as RFC 6962, 2.1 builds it.
///
/// It holds no hashes itself. It asks for those of complete subtrees, and there is one such node
/// for each level and index: leaves `index << level` up to `(index + 1) << level`.
package struct MerkleTree {
  /// The number of leaves.
  package let size: Int
  private let node: (_ level: Int, _ index: Int) throws -> LogHash

  /// - Parameter node: tells the hash of a complete subtree; it is asked only for those that lie
  ///   within `size`.
  package init(size: Int, node: @escaping (_ level: Int, _ index: Int) throws -> LogHash) {
    (self.size, self.node) = (size, node)
  }

  package func root() throws -> LogHash { try hash(0..<size) }

  /// The hashes that lead from a leaf to the root, lowest first (RFC 6962, 2.1.1).
  ///
  /// - Parameter index: from 0, less than `size`.
  package func inclusion(of index: Int) throws -> [LogHash] { try path(to: index, in: 0..<size) }

  /// The hashes that show the first `first` leaves to be the beginning of this tree, lowest first
  /// (RFC 6962, 2.1.2); none where one of the two is empty or both are the same.
  ///
  /// - Parameter first: 0 to `size`.
  package func consistency(from first: Int) throws -> [LogHash] {
    first == 0 ? [] : try nodes(from: first, in: 0..<size, isKnown: true)
  }

  private func hash(_ leaves: Range<Int>) throws -> LogHash {
    if leaves.isEmpty { return .empty }
    if leaves.count.nonzeroBitCount == 1 {
      let level = leaves.count.trailingZeroBitCount
      return try node(level, leaves.lowerBound >> level)
    }
    let middle = Self.middle(leaves)
    return .node(
      try hash(leaves.lowerBound..<middle), try hash(middle..<leaves.upperBound))
  }

  private func path(to index: Int, in leaves: Range<Int>) throws -> [LogHash] {
    guard leaves.count > 1 else { return [] }
    let middle = Self.middle(leaves)
    let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
    return index < middle
      ? try path(to: index, in: left) + [try hash(right)]
      : try path(to: index, in: right) + [try hash(left)]
  }

  /// SUBPROOF of the RFC; `isKnown` where the verifier has the hash of `leaves` already, since it
  /// is the smaller tree's root.
  private func nodes(
    from first: Int, in leaves: Range<Int>, isKnown: Bool
  ) throws -> [LogHash] {
    if first == leaves.upperBound { return isKnown ? [] : [try hash(leaves)] }
    let middle = Self.middle(leaves)
    let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
    return first <= middle
      ? try nodes(from: first, in: left, isKnown: isKnown) + [try hash(right)]
      : try nodes(from: first, in: right, isKnown: false) + [try hash(left)]
  }

  /// After the largest power of two of leaves that leaves something over.
  private static func middle(_ leaves: Range<Int>) -> Int {
    leaves.lowerBound + 1 << (Int.bitWidth - 1 - (leaves.count - 1).leadingZeroBitCount)
  }
}
