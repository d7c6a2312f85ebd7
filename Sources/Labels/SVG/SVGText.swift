import Diagnostics

/// SVG as it is written: numbers without locale, text that can't end its element.
struct SVGText {
  private(set) var text = ""

  mutating func append(_ markup: String) { text += markup }

  /// Rectangles as one path of a colour, their edges on the dots.
  mutating func append(_ areas: [DotRect], colour: String = "black") {
    guard !areas.isEmpty else { return }
    text += #"<path shape-rendering="crispEdges" fill="\#(colour)" d=""#
    for area in areas {
      text += "M\(area.x) \(area.y)h\(area.width)v\(area.height)h-\(area.width)z"
    }
    text += "\"/>\n"
  }

  /// A number with at most three decimals.
  static func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
    var decimals = String(thousandths.magnitude % 1000 + 1000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(thousandths < 0 ? "-" : "")\(thousandths.magnitude / 1000).\(decimals)"
  }

  /// Text between tags or in a quoted attribute.
  static func escaped(_ text: String) -> String { SafeText.html(text) }
}
