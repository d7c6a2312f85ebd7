import Barcodes
import Diagnostics

/// What an earlier run says of an order.
struct FinishedOrder: Sendable {
  /// One a copy, in order.
  let places: [LabelPlace]
  /// One a copy.
  let hashes: [String]
  /// Of each label: one where all copies look alike, else one a copy.
  let codes: [[LabelCode]]
  /// Why the row ends here.
  let refusal: LabelFault?

  /// - Throws: `label.resume` where the lines are of something else, `label.manifest-damaged`.
  init(_ lines: [[UInt8]], of order: LabelOrder, _ origin: LabelOrigin) throws(LabelFault) {
    let listed = lines.compactMap { ListedLine($0) }
    guard listed.count == lines.count else { throw Self.unreadable(order) }
    for line in listed {
      if let change = origin.change(since: line, of: order) { throw change }
    }
    refusal = listed.last?.error.map { LabelFault(code: $0.code, message: $0.message) }
    let labels = listed.filter { $0.place != nil }
    (places, hashes) = (labels.compactMap(\.place), labels.compactMap(\.sha256))
    codes = labels.prefix(order.number == nil ? 1 : labels.count).map { line in
      line.codes.compactMap { code in
        Symbology(rawValue: code.symbology).map { LabelCode(symbology: $0, text: code.text) }
      }
    }
    let expected = refusal == nil ? order.copies.count : listed.count - 1
    guard places.count == expected, hashes.count == places.count else {
      throw Self.unreadable(order)
    }
  }

  private static func unreadable(_ order: LabelOrder) -> LabelFault {
    .damaged("The manifest is damaged: its lines of \(order.name) can't be read.")
  }
}
