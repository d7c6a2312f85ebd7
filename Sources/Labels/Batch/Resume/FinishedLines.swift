import Diagnostics

/// The lines of an earlier run's manifest, order by order.
///
/// What is listed is finished. A torn line at the end isn't.
final class FinishedLines {
  enum Taken {
    /// The lines of an order; of its copies the first, where an earlier run ended among them.
    case lines([[UInt8]])
    /// The order has none, since its row was refused before.
    case dropped
    /// The order isn't finished, and no other after it.
    case end
  }

  private let path: String
  private let lines: LineReader
  private let origins: LabelOrigins
  private var refusedRow: Int?
  /// The order that was taken last, and its first line.
  private var last: (order: LabelOrder, line: [UInt8])?
  /// Where the first line that wasn't taken begins.
  private(set) var end = 0

  /// Nil where there is no manifest.
  ///
  /// - Parameter origins: tells what labels are made of now.
  /// - Throws: `label.manifest-damaged`.
  init?(_ path: String, origins: LabelOrigins) throws(LabelFault) {
    guard let lines = LineReader(path) else { return nil }
    (self.path, self.lines, self.origins) = (path, lines, origins)
    try lines.refuseDamage(in: path)
    lines.rewind()
  }

  /// The lines of the next order.
  ///
  /// - Throws: `label.resume` for lines that aren't of this order.
  func take(_ order: LabelOrder) throws(LabelFault) -> Taken {
    if refusedRow == order.row { return .dropped }
    var taken: [[UInt8]] = []
    repeat {
      guard let line = lines.next() else { break }
      guard ManifestLines.row(of: line) == order.row else { throw foreign(order, taken.first) }
      taken.append(line)
      if ManifestLines.isRefusal(line) {
        refusedRow = order.row
        break
      }
    } while taken.count < order.copies.count
    guard let first = taken.first else { return .end }
    last = (order, first)
    end += taken.reduce(0) { $0 + $1.count + 1 }
    return .lines(taken)
  }

  /// Refuses what is listed of rows that the table no longer has.
  func refuseRest() throws(LabelFault) {
    guard lines.next() != nil else { return }
    if let fault = change(of: last?.order, last?.line) { throw fault }
    throw LabelFault.changed("\(SafeText.terminal(path)) lists more rows than there are now.")
  }

  /// Why a line of another row stands where one of this order should.
  private func foreign(_ order: LabelOrder, _ line: [UInt8]?) -> LabelFault {
    change(of: last?.order, last?.line) ?? change(of: order, line)
      ?? .changed(
        "\(SafeText.terminal(path)) doesn't list \(order.name) as it is now: the table has changed."
      )
  }

  /// What has changed of an order since its line was written.
  private func change(of order: LabelOrder?, _ line: [UInt8]?) -> LabelFault? {
    guard let order, let listed = line.flatMap(ListedLine.init) else { return nil }
    return origins.origin(of: order).change(since: listed, of: order)
  }
}

extension LabelFault {
  /// What is there can't be continued.
  static func changed(_ what: String) -> LabelFault {
    LabelFault(
      code: "label.resume",
      message: what
        + " An interrupted batch goes on only with the same template, rows and options: "
        + "take those, or begin anew without --resume.")
  }
}
