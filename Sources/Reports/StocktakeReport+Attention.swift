import Inventory
import Ledger

extension StocktakeReport {
  /// Every line but those that are found as booked without a flag; the most urgent first.
  var attention: [Line] {
    let order = Dictionary(
      uniqueKeysWithValues: Outcome.byUrgency.enumerated().map { ($1, $0) })
    return lines.filter { !$0.isAsBooked }.enumerated().sorted {
      (order[$0.element.outcome] ?? 0, $0.offset) < (order[$1.element.outcome] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// The lines that are found as booked without a flag.
  var asBooked: [Line] { lines.filter(\.isAsBooked) }

  /// The locations where something is booked or was seen: a building or floor has a line of its
  /// own only where something is booked right in it.
  var placesInUse: [Progress] { progress.filter { $0.expected + $0.strangers > 0 } }
}

extension StocktakeReport.Line {
  fileprivate var isAsBooked: Bool { outcome == .found && flags.isEmpty }
}

extension StocktakeReport.Unknown {
  /// Where it was seen, by name.
  var places: [String] { Set(scans.map { $0.location ?? "–" }).sorted() }
}

extension Outcome {
  /// What a person should look at first.
  fileprivate static let byUrgency: [Outcome] = [
    .missing, .misplaced, .unexpectedStatus, .unexpectedElsewhere, .found, .unconfirmed,
    .newInStocktake, .movedIn, .notCounted, .excused,
  ]
}
