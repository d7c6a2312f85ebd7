/// Hostile text made safe for where it goes.
///
/// The content of a barcode, a cell of a file or a part of a request may hold anything: escape
/// sequences that repaint a terminal, a formula that a spreadsheet runs, line ends that forge a
/// second line of a log. Every exit passes such text through the function named after the exit.
public enum SafeText {
  /// Text for a terminal or a plain log line: control characters, line ends and the marks that
  /// reverse the direction of writing become visible escapes (`\n`, `\u{1B}`).
  public static func terminal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafeOnTerminal) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      safe += isUnsafeOnTerminal(scalar) ? escape(scalar) : String(scalar)
    }
    return safe
  }

  /// Lines for a terminal: line ends stay, all else that acts becomes visible.
  public static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { terminal(String($0)) }.joined(separator: "\n")
  }

  /// Text for an error message: safe for a terminal, cut to a length that can be read, in quotes.
  public static func quoted(_ text: String, limit: Int = 60) -> String {
    let shown = text.count > limit ? text.prefix(limit) + "…" : text[...]
    return "“\(terminal(String(shown)))”"
  }

  /// Words with the one full stop that ends a sentence, unless they end in a mark of their own.
  public static func sentence(_ words: String) -> String {
    words.hasSuffix(".") || words.hasSuffix("?") ? words : words + "."
  }

  /// One cell of a CSV file (RFC 4180): quoted where needed, and never a formula.
  ///
  /// Spreadsheets run cells that begin with `=`, `+`, `-`, `@`, a tab or a carriage return. Such
  /// a cell gets an apostrophe in front, which they hide (OWASP, CSV injection), unless it is a
  /// plain number. So does one that begins like a cell that got one, so that
  /// `withoutFormulaGuard` tells them apart.
  public static func csvCell(_ text: String) -> String {
    let cell = startsFormula(text.droppingApostrophes) ? "'" + text : text
    let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 }
    guard needsQuotes else { return cell }
    // By scalars: a quote with a combining mark behind it is another character to Swift.
    return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// The text of which `csvCell` made a cell, once that is unquoted.
  public static func withoutFormulaGuard(_ cell: String) -> String {
    guard cell.utf8.first == 0x27, startsFormula(cell.droppingApostrophes) else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  /// Whether a spreadsheet would run the cell.
  public static func startsFormula(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return false
    }
    return Double(text) == nil
  }

  private static func isUnsafeOnTerminal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }
}

extension String {
  fileprivate var droppingApostrophes: Substring {
    Substring(unicodeScalars.drop { $0 == "'" })
  }
}
