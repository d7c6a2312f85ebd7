import Diagnostics

/// HTML whose values can't become markup.
///
/// Written as a text with interpolations: in `"<td>\(name)</td>"` the name is escaped, whatever it
/// contains. Only what is itself `HTML` goes in as it is.
struct HTML: Sendable, ExpressibleByStringInterpolation {
  let text: String

  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// Text, for between tags or a quoted attribute.
    mutating func appendInterpolation(_ value: String) { text += SafeText.html(value) }

    mutating func appendInterpolation(_ number: Int) { text += String(number) }

    mutating func appendInterpolation(_ html: HTML) { text += html.text }

    /// Pieces, one after the other.
    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { text += piece.text }
    }
  }
}

extension HTML {
  static let nothing: HTML = ""

  /// A section with a heading; nothing where there is nothing to show.
  static func section(_ id: String, _ title: String, _ pieces: [HTML]) -> HTML {
    guard !pieces.isEmpty else { return .nothing }
    return "<section id=\"\(id)\">\n<h2>\(title)</h2>\n\(pieces)</section>\n"
  }

  /// A table that can be moved sideways where the screen is too narrow for it.
  static func table(_ header: [String], _ rows: [[HTML]]) -> HTML {
    let head = header.map { "<th scope=\"col\">\($0)</th>" as HTML }
    let body = rows.map { row in "<tr>\(row.map { "<td>\($0)</td>" as HTML })</tr>\n" as HTML }
    return """
      <div class="table"><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table></div>

      """
  }

  /// A code as it was read or printed.
  static func code(_ text: String) -> HTML { "<span class=\"code\">\(text)</span>" }
}
