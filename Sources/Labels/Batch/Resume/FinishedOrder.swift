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
  /// Why there is no label.
  let refusal: LabelFault?

  /// - Throws: `label.resume` where the lines are of something else.
  init(_ lines: [[UInt8]], of order: LabelOrder, _ origin: LabelOrigin) throws(LabelFault) {
    let listed = lines.compactMap { ListedLine($0) }
    guard listed.count == lines.count, let first = listed.first else {
      throw .changed("The manifest's lines of \(order.name) can't be read.")
    }
    guard listed.allSatisfy({ $0.template == origin.template.text }) else {
      throw .changed(
        "The manifest was begun with another template or other options than \(order.name) has now.")
    }
    guard listed.allSatisfy({ $0.values == origin.values?.text }) else {
      throw .changed("The table has changed: \(order.name) isn't what its label was made of.")
    }
    refusal = first.error.map { LabelFault(code: $0.code, message: $0.message) }
    places = listed.compactMap(\.place)
    hashes = listed.compactMap(\.sha256)
    codes = listed.prefix(order.number == nil ? 1 : listed.count).map { line in
      line.codes.compactMap { code in
        Symbology(rawValue: code.symbology).map { LabelCode(symbology: $0, text: code.text) }
      }
    }
    guard refusal != nil || (places.count == order.copies.count && hashes.count == places.count)
    else { throw .changed("The manifest's lines of \(order.name) can't be read.") }
  }
}
