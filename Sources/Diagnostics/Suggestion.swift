/// The nearest of some known words to one that was misspelt.
public enum Suggestion {
  /// The candidate within a third of the word's length in edits (Damerau–Levenshtein, optimal
  /// string alignment), else the shortest that begins with it, or nil.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let budget = max(1, word.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let distance = distance(Array(word.lowercased()), Array(candidate.lowercased()))
      guard distance <= budget, distance < (best?.distance ?? .max) else { continue }
      best = (distance, candidate)
    }
    return best?.candidate ?? beginning(with: word, among: candidates)
  }

  /// “ Did you mean x?” or nothing: to be put behind a message.
  public static func hint(for word: String, among candidates: some Sequence<String>) -> String {
    nearest(to: word, among: candidates).map { " Did you mean \($0)?" } ?? ""
  }

  /// The shortest candidate that continues the word: `qr` means `qr-code`.
  private static func beginning(
    with word: String, among candidates: some Sequence<String>
  ) -> String? {
    guard word.count >= 2 else { return nil }
    return candidates.filter { $0.lowercased().hasPrefix(word.lowercased()) }
      .min { ($0.count, $0) < ($1.count, $1) }
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast = [Int](), last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
