extension Array {
  /// Hands out the elements in groups of one or of a hundred, so that two statements serve all of
  /// them; what is missing in the last one is filled with its first element.
  func inGroups(_ body: ([Element]) throws -> Void) rethrows {
    if count == 1 { return try body(self) }
    for start in stride(from: 0, to: count, by: 100) {
      let group = self[start..<Swift.min(start + 100, count)]
      try body(group + [Element](repeating: self[start], count: 100 - group.count))
    }
  }
}
