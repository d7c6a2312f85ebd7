import Diagnostics

/// Writes Codabar (EN 798:1995), without a check character.
///
/// Readers report the start and stop characters as part of the text, so they are asked for and never
/// made up.
enum CodabarEncoder {
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let characters = Array(text)
    guard characters.count >= 2, let first = characters.first, let last = characters.last,
      Self.edges[first] != nil, Self.edges[last] != nil
    else { throw noEdges(text) }
    let wide = options.wideToNarrow ?? 2
    var widths: [UInt8] = []
    for (index, character) in characters.enumerated() {
      let isEdge = index == 0 || index == characters.count - 1
      guard let pattern = isEdge ? Self.edges[character] : Self.inner[character] else {
        throw .character(
          character, at: index + 1, of: text,
          "between its start and stop characters Codabar holds digits and - $ : / . +")
      }
      // A gap of one module between characters (4.4).
      widths += (index == 0 ? [] : [1]) + WideNarrow.widths(pattern, wide: wide)
    }
    return Symbol(
      symbology: .codabar, text: text, modules: .linear(BarPattern(widths: widths)))
  }

  private static func noEdges(_ text: String) -> EncodingFault {
    EncodingFault(
      code: "symbol.start-stop",
      message: "\(SafeText.quoted(text)) doesn't begin and end with one of A, B, C and D. Codabar"
        + " needs them, and readers report them: give \(SafeText.quoted("A\(text)B")), for example."
    )
  }

  /// Seven elements of each character, bar first (EN 798, Table 1).
  private static let inner: [Character: String] = [
    "0": "nnnnnww", "1": "nnnnwwn", "2": "nnnwnnw", "3": "wwnnnnn", "4": "nnwnnwn",
    "5": "wnnnnwn", "6": "nwnnnnw", "7": "nwnnwnn", "8": "nwwnnnn", "9": "wnnwnnn",
    "-": "nnnwwnn", "$": "nnwwnnn", ":": "wnnnwnw", "/": "wnwnnnw", ".": "wnwnwnn",
    "+": "nnwnwnw",
  ]

  /// The start and stop characters.
  private static let edges: [Character: String] = [
    "A": "nnwwnwn", "B": "nwnwnnw", "C": "nnnwnww", "D": "nnnwwwn",
  ]
}
