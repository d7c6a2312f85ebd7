import Diagnostics

/// A printer that takes labels one behind the other as they are made.
final class PrinterOutput: LabelOutput {
  private let connection: PrinterConnection
  private var places: StreamPlaces
  /// Labels of which the printer has every byte.
  private var printed = 0
  /// Those of the orders that were written last.
  private(set) var copiesOut = 0

  init(_ connection: PrinterConnection, name: String) {
    (self.connection, places) = (connection, StreamPlaces(in: name))
  }

  func place(_ labels: [MadeLabel], of order: LabelOrder) -> PlacedCopies {
    PlacedCopies(places: places.add(labels))
  }

  /// They were printed.
  func keep(_ places: [LabelPlace], of order: LabelOrder) {
    self.places.goOn(behind: places)
  }

  func write(_ orders: [FilledOrder]) throws(LabelFault) -> Writing? {
    copiesOut = 0
    for order in orders where !order.isListed {
      guard case .labels(let labels) = order.outcome else { continue }
      for label in labels { try send(label) }
    }
    return nil
  }

  /// Some copies at a time, so that ten thousand of them aren't in memory at once.
  private func send(_ label: MadeLabel) throws(LabelFault) {
    var left = label.copies.count
    while left > 0 {
      let count = min(left, max(1, Self.mostBytes / max(1, label.bytes.count)))
      let before = connection.taken
      do throws(LabelFault) {
        try connection.send(Array((0..<count).map { _ in label.bytes }.joined()))
      } catch {
        self.count(min(count, (connection.taken - before) / max(1, label.bytes.count)))
        throw LabelFault(
          code: error.code,
          message: SafeText.sentence(error.message)
            + " It has \(printed) \(printed == 1 ? "label" : "labels") of this run whole."
        )
      }
      self.count(count)
      left -= count
    }
  }

  private func count(_ copies: Int) {
    printed += copies
    copiesOut += copies
  }

  private static let mostBytes = 1 << 18

  func finish(isComplete: Bool) {}
}
