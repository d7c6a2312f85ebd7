import Inventory
import Ledger

/// The newest stocktakes.
struct StocktakeListView: Sendable {
  let rows: [StocktakeRow]
  let isEmpty: Bool
  let cut: String?
}

/// A stocktake in the list, with what it found.
struct StocktakeRow: Sendable {
  let number: Int
  let link: PageLink
  let state: StateChip
  let scope: String
  let opened: PageTime
  let openedBy: String
  let closed: Closing?
  let bar: [Segment]
  let figures: [Figure]
  let expected: Int
  let hasExpected: Bool
  let share: String

  struct Closing: Sendable {
    let time: PageTime
    let closer: String
  }

  /// A part of the bar, of 1,000.
  struct Segment: Sendable {
    let outcome: String
    let start: Int
    let width: Int
  }

  struct Figure: Sendable {
    let figureClass: String
    let count: Int
    let words: String
  }

  /// In the order of the bar, as in the report: what is settled stands at the left.
  private static let charted: [Outcome] = [.found, .misplaced, .missing, .excused, .notCounted]

  init(_ stocktake: Stocktake, _ summary: StocktakeReport.Summary) {
    number = stocktake.number
    link = stocktake.link
    state = StateChip(stocktake.state)
    scope = stocktake.shortScope
    (opened, openedBy) = (PageTime(stocktake.openedAt), stocktake.openedBy)
    closed = stocktake.closedAt.map {
      Closing(time: PageTime($0), closer: stocktake.closedBy ?? "?")
    }
    (expected, hasExpected) = (summary.expected, summary.expected > 0)
    bar = Self.bar(summary)
    figures = Self.charted.compactMap { outcome in
      let count = summary.outcomes[outcome.rawValue] ?? 0
      guard count > 0 else { return nil }
      return Figure(
        figureClass: outcome.rawValue, count: count,
        words: outcome.rawValue.replacing("-", with: " "))
    }
    share = Self.share(summary.outcomes[Outcome.found.rawValue] ?? 0, of: summary.expected)
  }

  /// Widths that add up, whatever is rounded.
  private static func bar(_ summary: StocktakeReport.Summary) -> [Segment] {
    var (done, segments) = (0, [Segment]())
    for outcome in charted where summary.expected > 0 {
      let start = done * 1000 / summary.expected
      done += summary.outcomes[outcome.rawValue] ?? 0
      let end = done * 1000 / summary.expected
      if end > start {
        segments.append(Segment(outcome: outcome.rawValue, start: start, width: end - start))
      }
    }
    return segments
  }

  /// `95.0 %`, as the report writes it.
  private static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = Int((Double(part) / Double(whole) * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}

/// The state of a stocktake in words, and its colour.
struct StateChip: Sendable {
  let stateWords: String
  /// The class that colours it.
  let tone: String

  init(_ state: StocktakeState) {
    stateWords = state.rawValue
    tone =
      switch state {
      case .open, .recounting: "good"
      case .paused, .closing, .review: "pending"
      case .draft: "new"
      case .approved, .posted, .reversed, .cancelled: "gone"
      }
  }
}

extension Stocktake {
  /// To its report.
  var link: PageLink { .stocktake(number, words: name.shortened(to: 120)) }

  /// What is counted, in a line.
  var shortScope: String { scope.joined(separator: ", ").shortened(to: 200) }
}
