extension EdgeFinder {
  /// The edges as they are crossed from the far end of a profile: distances from there, ascending.
  ///
  /// - Parameters:
  ///   - length: pixels of the profile.
  ///   - mirrored: takes them; its memory is used again.
  /// - Returns: whether the first of them leads into a bar.
  func mirror(length: Float, into mirrored: inout [Float]) -> Bool {
    mirrored.removeAll(keepingCapacity: true)
    for position in edges.reversed() { mirrored.append(length - position) }
    // The last edge, crossed from behind, leads into what lies before it.
    return (edges.count % 2 == 0) == beginsWithBar
  }
}
