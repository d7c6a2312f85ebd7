import Reports

/// The words and the bar of a progress line.
struct ProgressLine {
  let done: Int
  /// Nil where the end isn't known.
  let total: Int?
  let noun: String
  /// Since the work began.
  let seconds: Double

  private static let barWidth = 24

  /// The line, shortened to the screen: the bar goes first.
  func text(columns: Int, colour: Bool) -> String {
    guard let total, total >= done, total > 0 else {
      return String("\(done) \(noun), \(rateText)".prefix(columns))
    }
    let words = "\(done) of \(total) \(noun), \(rateText), \(timeLeft(total)) left"
    guard words.count + Self.barWidth + 1 <= columns else { return String(words.prefix(columns)) }
    return bar(total, colour) + " " + words
  }

  private var rate: Double { Double(done) / max(seconds, 0.001) }

  /// Slow work has a rate with a decimal, so that it isn't 0.
  private var rateText: String {
    let rounded = rate < 10 ? (rate * 10).rounded() / 10 : rate.rounded()
    return rate < 10 ? "\(rounded) \(noun)/s" : "\(Int(rounded)) \(noun)/s"
  }

  private func timeLeft(_ total: Int) -> String {
    guard done > 0 else { return "some time" }
    let left = Int((Double(total - done) / rate).rounded(.up))
    switch left {
    case ..<60: return "\(left) s"
    case ..<3600: return "\(left / 60) min \(left % 60) s"
    default: return "\(left / 3600) h \(left % 3600 / 60) min"
    }
  }

  private func bar(_ total: Int, _ colour: Bool) -> String {
    let filled = Self.barWidth * done / total
    let full = String(repeating: "█", count: filled)
    return (colour ? Colour.good.paint(full) : full)
      + String(repeating: "░", count: Self.barWidth - filled)
  }
}
