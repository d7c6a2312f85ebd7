import Glibc

/// The manifest of a batch: read as long as an earlier run has lines for the orders, then written.
final class ManifestFile {
  private let finished: FinishedLines?
  private var isReading: Bool
  /// Nil where nobody wants a manifest.
  private let path: String?
  private var file: OutputFile?
  /// The lines that were written last, kept back until all labels are on the disk.
  private var lastLines: [UInt8] = []

  /// - Parameter origins: of the labels now, where it is to begin with what an earlier run has listed.
  /// - Throws: `label.manifest-damaged`.
  init(_ path: String?, resuming origins: LabelOrigins?) throws(LabelFault) {
    self.path = path
    if let path, let origins {
      finished = try FinishedLines(path, origins: origins)
    } else {
      finished = nil
    }
    isReading = finished != nil
  }

  /// Whether an earlier run's labels may be there.
  var isContinued: Bool { finished != nil }

  /// Opens the file for writing; empty unless it is continued.
  func open() throws(LabelFault) {
    guard let path else { return }
    file = try OutputFile(path, keepingContent: isContinued)
  }

  /// What is to be done with an order; of one that an earlier run broke off, first with the one part,
  /// then with the other.
  func tasks(for order: LabelOrder) throws(LabelFault) -> [BatchTask] {
    guard isReading, let finished else { return [.make(order)] }
    switch try finished.take(order) {
    case .lines(let lines):
      guard lines.count < order.copies.count, !lines.contains(where: ManifestLines.isRefusal) else {
        return [.check(order, lines)]
      }
      let done = order.with(order.copies.prefix(lines.count))
      return [.check(done, lines), .make(order.with(order.copies.dropFirst(lines.count)))]
    case .dropped: return [.skip(order)]
    case .end:
      isReading = false
      return [.make(order)]
    }
  }

  /// Adds the lines of labels that are written.
  func add(_ lines: [UInt8]) throws(LabelFault) {
    guard !lines.isEmpty else { return }
    try writeLastLines()
    lastLines = lines
  }

  /// Writes what was kept back.
  ///
  /// - Parameter isComplete: whether all orders were seen.
  func finish(isComplete: Bool) throws(LabelFault) {
    if isComplete, isReading { try finished?.refuseRest() }
    guard isComplete || !isReading else { return }
    try writeLastLines()
    try file?.sync()
  }

  /// Takes the file away, of a batch whose labels are gone too.
  func remove() {
    file = nil
    if let path { unlink(path) }
  }

  /// Writes what was kept back of a batch that can't go on: those labels are there.
  func giveUp() {
    guard !lastLines.isEmpty else { return }
    // What went wrong first is what is told.
    try? writeLastLines()
  }

  private var isCut = false

  private func writeLastLines() throws(LabelFault) {
    if let finished, !isCut {
      try file?.cut(at: finished.end)
      try file?.seek(to: finished.end)
      isCut = true
    }
    try file?.write(lastLines)
    lastLines = []
  }
}
