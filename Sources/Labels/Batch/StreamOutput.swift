/// One file with all labels, one behind the other.
final class StreamOutput: LabelOutput {
  private let file: OutputFile
  private let name: String
  /// Where the next label begins.
  private var end = 0

  /// Opens the file, empty, whether or not it was there.
  init(_ path: String) throws(LabelFault) {
    file = try OutputFile(path)
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  func place(_ label: MadeLabel, of order: LabelOrder) -> [LabelPlace] {
    label.copies.map { _ in
      defer { end += label.bytes.count }
      return LabelPlace(file: name, bytes: end..<end + label.bytes.count)
    }
  }

  func write(_ orders: [FilledOrder]) throws(LabelFault) -> Writing? {
    var bytes: [UInt8] = []
    for case .labels(let labels) in orders.lazy.map(\.outcome) {
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

  func finish() throws(LabelFault) { try file.sync() }

  private static let mostBuffered = 1 << 20

  private func flush(_ bytes: inout [UInt8]) throws(LabelFault) {
    try file.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
