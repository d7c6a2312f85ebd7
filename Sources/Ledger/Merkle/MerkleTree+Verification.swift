extension MerkleTree {
  /// The root that a leaf and the hashes on its way lead to (RFC 9162, 2.1.3.2); nil where their
  /// number is not that of a way to this leaf.
  package static func root(
    of leaf: LogHash, at index: Int, in size: Int, through path: [LogHash]
  ) -> LogHash? {
    guard index >= 0, index < size else { return nil }
    var (place, last, hash) = (index, size - 1, leaf)
    for sibling in path {
      guard last > 0 else { return nil }
      if place & 1 == 1 || place == last {
        hash = .node(sibling, hash)
        // At the right edge there are levels at which the node has no sibling.
        climbPastLonelyNodes(&place, &last)
      } else {
        hash = .node(hash, sibling)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 ? hash : nil
  }

  /// Whether a tree of `first` leaves is the beginning of one of `second` (RFC 9162, 2.1.4.2).
  package static func isConsistent(
    _ first: (size: Int, root: LogHash), _ second: (size: Int, root: LogHash),
    through path: [LogHash]
  ) -> Bool {
    guard first.size >= 0, first.size <= second.size else { return false }
    if first.size == 0 { return path.isEmpty && first.root == .empty }
    if first.size == second.size { return path.isEmpty && first.root == second.root }
    // Where the smaller tree is one complete subtree, its root is where the way begins.
    var rest = path[...]
    let isComplete = first.size.nonzeroBitCount == 1
    guard let start = isComplete ? first.root : rest.popFirst() else { return false }
    return climb(first.size - 1, second.size - 1, from: start, rest).map {
      $0 == first.root && $1 == second.root
    } ?? false
  }

  /// The roots of the smaller and of the larger tree; nil where the number of hashes is wrong.
  private static func climb(
    _ place: Int, _ last: Int, from start: LogHash, _ path: ArraySlice<LogHash>
  ) -> (LogHash, LogHash)? {
    var (place, last, smaller, larger) = (place, last, start, start)
    while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
    for sibling in path {
      guard last > 0 else { return nil }
      if place & 1 == 1 || place == last {
        (smaller, larger) = (.node(sibling, smaller), .node(sibling, larger))
        climbPastLonelyNodes(&place, &last)
      } else {
        larger = .node(larger, sibling)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 ? (smaller, larger) : nil
  }

  private static func climbPastLonelyNodes(_ place: inout Int, _ last: inout Int) {
    while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
  }
}
