/// What a calibration page says, and where its crosses stand, in whole millimetres.
struct CalibrationWording {
  private let placing: SheetPlacing
  /// From the page's left and upper edge to cross A.
  let start = 20
  /// From A to B, and from A to C: whole centimetres.
  let right: Int
  let down: Int

  init(_ placing: SheetPlacing) {
    self.placing = placing
    let page = placing.sheet.page
    right = max(1, (Int(page.width) - 2 * start) / 10) * 10
    down = max(1, (Int(page.height) - 2 * start) / 10) * 10
  }

  var lines: [String] {
    let (sheet, offset, scale) = (placing.sheet, placing.offset, placing.scale)
    return [
      "\(sheet.name): \(sheet.count) labels of \(millimetres(sheet.size.x)) × "
        + "\(millimetres(sheet.size.y)) mm",
      "",
      "1. Print this page at its true size (100 %, not fitted) on plain paper.",
      "2. Hold it with a sheet of labels against the light: the outlines",
      "    must lie on the labels. Where they do, there is nothing to correct.",
      "3. Measure from the paper's left edge to cross A, and from its upper edge:",
      "    both are \(start) mm.  --sheet-offset X,Y takes what is lacking:",
      "    X = \(start) − left measure,  Y = \(start) − upper measure.",
      "4. Measure from A to B (\(right) mm) and from A to C (\(down) mm).",
      "    --sheet-scale X,Y takes percent:",
      "    X = 100 × \(right) ÷ (A to B),  Y = 100 × \(down) ÷ (A to C).",
      "5. Print this page again with both options to see that they are right,",
      "    then give them to “tally label render” for this printer.",
      "",
      "Printed with --sheet-offset \(signed(offset.x)),\(signed(offset.y)) "
        + "--sheet-scale \(millimetres(scale.x)),\(millimetres(scale.y))",
    ]
  }

  private func signed(_ length: Double) -> String {
    (length < 0 ? "-" : "") + millimetres(abs(length))
  }
}
