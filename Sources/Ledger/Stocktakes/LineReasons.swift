import Inventory

/// The rule behind an outcome and its flags, in words.
struct LineReasons {
  let line: Reconciliation.Line

  var texts: [String] {
    [roundText, outcomeText] + line.flags.map { "Flag \($0.rawValue): \(Self.text(of: $0))." }
  }

  private var roundText: String {
    line.decisive == nil && line.coveredBy == nil
      ? "No round saw it or counted its location completely; round 1 decides."
      : "Round \(line.round) decides: the highest that holds it and in which it was seen or its "
        + "location was counted completely."
  }

  private var outcomeText: String {
    let (book, seen) = (line.bookLocation ?? "no location", line.seenAt ?? "an unnamed place")
    return switch line.outcome {
    case .found: "Found: seen in \(seen), and the books then had it in \(book)."
    case .misplaced: "Misplaced: seen in \(seen), while the books then had it in \(book)."
    case .excused:
      "Excused: not seen, and moved during the count to \(book) (\(line.bookStatus.rawValue)), "
        + "which is out of scope or not countable."
    case .missing:
      "Missing: not seen, although \(book) was counted completely (event \(line.coveredBy ?? "?"))."
    case .notCounted: "Not counted: not seen, and nobody said that \(book) was counted completely."
    case .newInStocktake: "New in stocktake: the books got it after the opening; seen in \(seen)."
    case .unexpectedStatus:
      "Unexpected status: seen in \(seen) while the books say \(line.bookStatus.rawValue)."
    case .movedIn:
      "Moved in: the books moved it to \(book) during the count, and there it was seen."
    case .unexpectedElsewhere: "Unexpected: seen in \(seen), while it belongs in \(book)."
    case .unconfirmed: "Unconfirmed: seen only in rounds that did not decide."
    }
  }

  private static func text(of flag: Flag) -> String {
    switch flag {
    case .coarseLocation: "only a location above the book location was named"
    case .locationUnverified: "nothing says where it was seen"
    case .cloneSuspect: "one picture shows the same payload and symbology at two places"
    case .contested: "devices saw it at different places, and the books know of no move between"
    case .statusConflict: "it was seen while the books say that it is gone"
    case .movedDuringCount: "the books changed during the count"
    case .manualEntry: "no picture proves it"
    case .weakRead: "the reading was accepted by agreement only"
    case .clockSuspect: "the device's clock was more than five minutes ahead"
    case .seenInPriorRound: "an earlier round saw it, the deciding one did not"
    }
  }
}
