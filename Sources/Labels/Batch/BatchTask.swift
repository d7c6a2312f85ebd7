/// What a worker has to do with an order.
enum BatchTask: Sendable {
  case make(LabelOrder)
  /// To look after labels that an earlier run has listed so.
  case check(LabelOrder, [[UInt8]])
  /// Nothing: an earlier run refused its row.
  case skip(LabelOrder)
}
