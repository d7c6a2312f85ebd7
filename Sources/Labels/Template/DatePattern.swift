/// A day and a time of it, as a row brings them, in whatever zone they were written.
struct CivilTime: Equatable {
  /// Year, month, day, hour, minute, second.
  let fields: [Int]

  /// Reads ISO 8601's `2026-11-21`, with or without a time behind `T` or a space.
  ///
  /// What follows the seconds, such as a zone, isn't looked at. Nil for a day that no calendar has.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: Self.shape()) else { return nil }
    let (_, year, month, day, hour, minute, second) = match.output
    let time = [hour, minute, second].map { $0.flatMap { Int($0) } ?? 0 }
    let date = [year, month, day].compactMap { Int($0) }
    guard date.count == 3, (1...12).contains(date[1]),
      (1...Self.days(in: date[1], of: date[0])).contains(date[2]),
      time[0] < 24, time[1] < 60, time[2] < 61
    else { return nil }
    fields = date + time
  }

  // A function, since compiled expressions aren't shared between threads.
  private static func shape() -> Regex<
    (Substring, Substring, Substring, Substring, Substring?, Substring?, Substring?)
  > {
    /([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}).*)?.*)?/
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// How a date is written: `yyyy`, `yy`, `MM`, `dd`, `HH`, `mm`, `ss` (Unicode TR 35, part 4), and signs
/// between them.
struct DatePattern: Equatable {
  private enum Part: Equatable {
    case sign(Character)
    /// A field of the time by its place, in so many digits.
    case field(Int, digits: Int)
  }

  private let parts: [Part]

  /// Nil for a letter that isn't one of these, and for a pattern without any.
  init?(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let first = rest.first {
      if let token = Self.tokens.first(where: { rest.hasPrefix($0.text) }) {
        parts.append(.field(token.field, digits: token.text.count))
        rest = rest.dropFirst(token.text.count)
      } else if first.isLetter {
        return nil
      } else {
        parts.append(.sign(first))
        rest = rest.dropFirst()
      }
    }
    guard parts.contains(where: { if case .field = $0 { true } else { false } }) else { return nil }
    self.parts = parts
  }

  private static let tokens: [(text: String, field: Int)] = [
    ("yyyy", 0), ("yy", 0), ("MM", 1), ("dd", 2), ("HH", 3), ("mm", 4), ("ss", 5),
  ]

  func text(_ time: CivilTime) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .sign(let sign): text.append(sign)
      case .field(let field, let digits): text += Self.padded(time.fields[field], to: digits)
      }
    }
    return text
  }

  /// The last digits, with zeros in front: of 2026 in two digits 26.
  private static func padded(_ number: Int, to digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text.suffix(digits)
  }
}
