/// What was made of late, so that what labels have in common is made once.
///
/// Two generations: when the young one is full it becomes the old one, whose values are forgotten unless
/// they are asked for again. Keys that come once each don't push out those that come all the time.
package struct RecentValues<Key: Hashable, Value> {
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]
  private let limit: Int

  /// - Parameter limit: values of a generation.
  package init(limit: Int) { self.limit = limit }

  /// What a key has, if that was kept and isn't forgotten.
  package subscript(key: Key) -> Value? {
    mutating get {
      if let value = young[key] { return value }
      guard let value = old[key] else { return nil }
      keep(value, for: key)
      return value
    }
  }

  /// Keeps a value for a while.
  package mutating func keep(_ value: Value, for key: Key) {
    if young.count == limit {
      swap(&young, &old)
      young.removeAll(keepingCapacity: true)
    }
    young[key] = value
  }
}
