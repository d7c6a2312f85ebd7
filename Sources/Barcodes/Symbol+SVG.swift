extension Symbol {
  /// The symbol as an SVG document (W3C SVG 1.1) with its quiet zone.
  ///
  /// The user unit is the module; the size of the document is in millimetres. The same symbol
  /// always gives the same bytes.
  ///
  /// - Parameters:
  ///   - xDimension: the width of a module, in millimetres.
  ///   - barHeight: the height of the bars of a linear symbol, in millimetres.
  ///   - interpretation: whether a linear symbol gets its human readable interpretation below.
  public func svg(
    xDimension: Double, barHeight: Double = 10, interpretation: Bool = true
  ) -> String {
    let zone = quietZone
    let drawing =
      switch modules {
      case .matrix(let matrix): Self.drawing(matrix)
      case .linear(let bars):
        drawing(bars, height: barHeight / xDimension, interpretation: interpretation)
      }
    let width = drawing.width + Double(zone.left + zone.right)
    let height = drawing.height + Double(2 * zone.vertical)
    let size =
      "width=\"\(Self.number(width * xDimension))mm\""
      + " height=\"\(Self.number(height * xDimension))mm\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" version="1.1" \(size) \
      viewBox="\(-zone.left) \(-zone.vertical) \(Self.number(width)) \(Self.number(height))">
      <rect x="\(-zone.left)" y="\(-zone.vertical)" width="\(Self.number(width))" \
      height="\(Self.number(height))" fill="#fff"/>
      <path d="\(drawing.path)" fill="#000"/>
      \(drawing.texts.map { $0 + "\n" }.joined())</svg>

      """
  }

  private struct Drawing {
    let width: Double
    let height: Double
    let path: String
    var texts: [String] = []
  }

  /// Height of the letters and of the line that they stand in, in modules.
  private static let letters = 8.0, line = 10.0
  /// How far guard bars reach down beyond the others, in modules (ISO/IEC 15420, 4.3.6).
  private static let guardDescent = 5.0

  private static func drawing(_ matrix: ModuleMatrix) -> Drawing {
    let path = matrix.rectangles.map {
      rectangle(x: $0.x, y: Double($0.y), width: $0.width, height: Double($0.height))
    }
    return Drawing(
      width: Double(matrix.columns), height: Double(matrix.rows), path: path.joined())
  }

  private func drawing(_ bars: BarPattern, height: Double, interpretation: Bool) -> Drawing {
    let path = bars.bars.map { bar in
      let top = bar.isAddOn && interpretation ? Self.line : 0
      let bottom = height + (bar.isGuard || bar.isAddOn ? Self.guardDescent : 0)
      return Self.rectangle(x: bar.x, y: top, width: bar.width, height: bottom - top)
    }
    let descent = bars.guardBars.isEmpty ? 0 : Self.guardDescent
    return Drawing(
      width: Double(bars.width), height: height + (interpretation ? Self.line : descent),
      path: path.joined() + bearerBars(bars, height: height),
      texts: interpretation
        ? textGroups.map { Self.text($0, baseline: ($0.isAbove ? 0 : height) + Self.letters) } : []
    )
  }

  private func bearerBars(_ bars: BarPattern, height: Double) -> String {
    guard bars.hasBearerBars else { return "" }
    let zone = symbology.facts.quietZone
    let thickness = Double(BarPattern.bearerBarModules)
    return [0, height - thickness].map { y in
      Self.rectangle(
        x: -zone.left, y: y, width: zone.left + bars.width + zone.right, height: thickness)
    }.joined()
  }

  private static func rectangle(x: Int, y: Double, width: Int, height: Double) -> String {
    "M\(x) \(number(y))h\(width)v\(number(height))h-\(width)z"
  }

  private static func text(_ group: TextGroup, baseline: Double) -> String {
    "<text x=\"\(number(group.centre))\" y=\"\(number(baseline))\" font-family=\"monospace\""
      + " font-size=\"\(number(letters))\" text-anchor=\"middle\" xml:space=\"preserve\">"
      + "\(escaped(group.text))</text>"
  }

  /// Text for XML.
  ///
  /// What XML 1.0 (2.2) can't hold at all becomes a replacement character.
  private static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
        safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// At most three decimals, whatever the locale.
  private static func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
    let sign = thousandths < 0 ? "-" : ""
    var decimals = String(thousandths.magnitude % 1000 + 1000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(thousandths.magnitude / 1000).\(decimals)"
  }
}
