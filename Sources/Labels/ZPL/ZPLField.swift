import Text

/// Fields that are no symbols.
enum ZPLField {
  /// A black rectangle.
  static func box(_ area: DotRect) -> String {
    // Thicker than its shorter side a box can't be: then it is filled.
    let thickness = min(area.width, area.height)
    return "^FO\(area.x),\(area.y)^GB\(area.width),\(area.height),\(thickness)^FS\n"
  }

  /// How a field is turned, as commands say it.
  static func orientation(_ quarterTurns: Int) -> String {
    ["N", "R", "I", "B"][quarterTurns & 3]
  }
}

extension TextLayout.Line {
  /// Whether all printers have its characters in font 0.
  var isInFontZero: Bool {
    shaped.text.unicodeScalars.allSatisfy {
      (0x20...0x7E).contains($0.value) || (0xA1...0xFF).contains($0.value)
    }
  }
}

extension ZPLText {
  /// Capital letters of font 0 end at this part of its height.
  private static let baseline = 0.75

  /// A line of text in font 0, which is narrower than most: aligned in its box once more.
  mutating func append(
    _ line: TextLayout.Line, _ placement: Placement, across box: DotRect,
    _ alignment: HorizontalAlignment
  ) {
    guard let size = line.shaped.runs.first?.size, !line.shaped.inkColumns.isEmpty else { return }
    let top = line.baseline - Int((Double(size) * Self.baseline).rounded())
    let field = placement.onLabel(DotRect(x: box.x, y: top, width: box.width, height: size))
    let side =
      switch alignment {
      case .left: "L"
      case .center: "C"
      case .right: "R"
      }
    append(
      "^FO\(max(0, field.x)),\(max(0, field.y))^A0\(ZPLField.orientation(placement.quarterTurns)),"
        + "\(size),\(line.widthOfFontZero(size))^FB\(box.width),1,0,\(side)")
    appendData(line.shaped.text)
  }
}

extension TextLayout.Line {
  /// A width of font 0 with which the line is no wider than it was laid out.
  ///
  /// Its letters are about half as wide as they are high.
  fileprivate func widthOfFontZero(_ size: Int) -> Int {
    let count = shaped.text.count
    let natural = Double(size * count) * 0.55
    let room = Double(shaped.inkColumns.count)
    return natural <= room ? size : max(1, Int(Double(size) * room / natural))
  }
}
