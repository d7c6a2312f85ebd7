/// One file with all labels, one behind the other.
final class StreamOutput: LabelOutput {
  private let file: OutputFile
  private var places: StreamPlaces
  /// Where the next byte would be written.
  private var position = 0
  /// Whether behind the labels of an earlier run there may be the beginning of one more.
  private var hasRest: Bool

  /// Opens the file, empty unless an earlier run's labels are to stay.
  init(_ path: String, keepingContent: Bool) throws(LabelFault) {
    file = try OutputFile(path, keepingContent: keepingContent)
    places = StreamPlaces(in: path.split(separator: "/").last.map(String.init) ?? path)
    hasRest = keepingContent
  }

  func place(_ labels: [MadeLabel], of order: LabelOrder) -> PlacedCopies {
    PlacedCopies(places: places.add(labels))
  }

  func keep(_ places: [LabelPlace], of order: LabelOrder) {
    self.places.goOn(behind: places)
  }

  func write(_ orders: [FilledOrder]) throws(LabelFault) -> Writing? {
    var bytes: [UInt8] = []
    for order in orders {
      guard case .labels(let labels) = order.outcome, let start = order.places.first?.bytes else {
        continue
      }
      if position + bytes.count != start.lowerBound {
        try flush(&bytes)
        try file.seek(to: start.lowerBound)
        position = start.lowerBound
      }
      if !order.isListed { try cutRest(at: start.lowerBound) }
      for label in labels {
        for _ in label.copies {
          bytes += label.bytes
          if bytes.count >= Self.mostBuffered { try flush(&bytes) }
        }
      }
    }
    try flush(&bytes)
    return nil
  }

  func finish(isComplete: Bool) throws(LabelFault) {
    if isComplete { try cutRest(at: places.end) }
    try file.sync()
  }

  private func cutRest(at end: Int) throws(LabelFault) {
    if hasRest { try file.cut(at: end) }
    hasRest = false
  }

  private static let mostBuffered = 1 << 20

  private func flush(_ bytes: inout [UInt8]) throws(LabelFault) {
    try file.write(bytes)
    position += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }
}
