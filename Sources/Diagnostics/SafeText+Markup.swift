extension SafeText {
  /// Text for HTML, between tags or in a quoted attribute; also well-formed as XML.
  ///
  /// What a terminal would obey becomes visible too: XML 1.0 has no control characters, and the
  /// marks that reverse the direction of writing would let a code look like another one.
  public static func html(_ text: String) -> String {
    var safe = ""
    for scalar in terminal(text).unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      // Not characters at all (The Unicode Standard, 23.7); XML refuses them.
      case _ where scalar.value & 0xFFFE == 0xFFFE: safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// Text for a line or a table's cell of Markdown (GitHub Flavored Markdown, 2.4 and 4.10): shown
  /// as it is, without emphasis, links, pictures, HTML or further cells.
  public static func markdown(_ text: String) -> String {
    var safe = ""
    for scalar in terminal(text).unicodeScalars {
      switch scalar {
      case "<": safe += "&lt;"
      case "&": safe += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", ">":
        safe += "\\" + String(scalar)
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
