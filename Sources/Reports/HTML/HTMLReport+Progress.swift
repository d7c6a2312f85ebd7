import Inventory
import Ledger

extension HTMLReport {
  /// How far each location is: a bar of its outcomes each.
  var progress: HTML {
    let places = report.placesInUse
    guard !places.isEmpty else { return .nothing }
    let legend = Self.charted.map { outcome -> HTML in
      "<li class=\"\(outcome.rawValue)\">\(outcome.words)</li>\n"
    }
    return .section(
      "progress", "Progress by location",
      [
        "<ul class=\"legend\">\n\(legend)</ul>\n",
        "<ul class=\"chart\">\n\(places.map(row))</ul>\n",
      ])
  }

  /// In the order of the bar: what is settled stands at the left.
  private static let charted: [Outcome] = [.found, .misplaced, .missing, .excused, .notCounted]

  private func row(_ place: StocktakeReport.Progress) -> HTML {
    // A location that was made by an import is named after the end of its code.
    let name = "/\(place.location)".hasSuffix("/\(place.name)") ? "" : place.name
    let strangers: HTML =
      place.strangers > 0 ? " <span class=\"stranger\">+\(place.strangers) seen here</span>" : ""
    return """
      <li><p class="place"><b>\(place.location)</b> \(name)\
      <span class="done\(place.covered ? "" : " not")">\(place.covered ? "done" : "not done")</span></p>
      \(bar(place))
      <p class="share">\(place.outcomes["found"] ?? 0) of \(place.expected)\(strangers)</p></li>

      """
  }

  /// The coordinates of a bar are counts, so that nothing is rounded.
  private func bar(_ place: StocktakeReport.Progress) -> HTML {
    var (start, parts, words) = (0, [HTML](), [String]())
    for outcome in Self.charted {
      let count = place.outcomes[outcome.rawValue] ?? 0
      guard count > 0 else { continue }
      parts.append(
        "<rect class=\"\(outcome.rawValue)\" x=\"\(start)\" width=\"\(count)\" height=\"1\"/>")
      words.append("\(count) \(outcome.words)")
      start += count
    }
    let meaning = words.isEmpty ? "nothing expected" : words.joined(separator: ", ")
    return """
      <svg class="bar" viewBox="0 0 \(max(place.expected, 1)) 1" preserveAspectRatio="none" \
      role="img" aria-label="\(place.location): \(meaning)"><title>\(meaning)</title>\
      <rect class="rest" width="\(max(place.expected, 1))" height="1"/>\(parts)</svg>
      """
  }
}
