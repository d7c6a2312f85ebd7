import Diagnostics
import Glibc
import Text

/// A page that shows where a printer puts the labels of a sheet, with what to measure on it.
package struct CalibrationPage {
  private let placing: SheetPlacing
  private let sheet: LabelSheet
  private let wording: CalibrationWording

  /// Dots of a hundredth of a millimetre.
  private static let dpi = 2540
  /// Lines of a tenth of a millimetre.
  private static let line = 10

  /// A page of a sheet, moved and scaled as labels would be.
  package init(_ placing: SheetPlacing) {
    (self.placing, sheet) = (placing, placing.sheet)
    wording = CalibrationWording(placing)
  }

  /// Writes the page as a PDF.
  ///
  /// - Throws: `label.unwritable`, or where the font of the words isn't installed.
  package func write(to path: String) throws {
    let document = try PDFDocument(OutputFile(path))
    var content = PDFBytes()
    layout.begin(&content)
    content.number(Self.line)
    content.append("w\n")
    let pen = try CalibrationPen()
    for (index, place) in sheet.places.enumerated() {
      outline(place, &content)
      try pen.write("\(index + 1)", height: min(350, dots(sheet.size.y) / 3), &content) { line in
        (
          dots(place.x + sheet.size.x / 2) - line.advance / 2,
          dots(place.y + sheet.size.y / 2) + 110
        )
      }
    }
    try rulers(&content, pen)
    try words(&content, pen)
    let resources = document.reserve()
    try document.page(compressed: document.deflater.compress(content.bytes))
    try document.pack(resources, pen.resources(in: document))
    var inherited = layout.size.entry
    inherited.append("/Resources ")
    inherited.reference(resources)
    try document.finish(inherited: inherited, title: "Calibration of \(sheet.name)")
  }

  private var layout: PageLayout {
    PageLayout(
      label: (0, 0), dpi: Self.dpi,
      size: PDFPageSize(millimetres: sheet.page.width, sheet.page.height), places: [],
      firstPlace: 0,
      correction: PageLayout.Correction(
        offset: (placing.offset.x, placing.offset.y),
        scale: (placing.scale.x / 100, placing.scale.y / 100)))
  }

  private func dots(_ millimetres: Double) -> Int { Int((millimetres * 100).rounded()) }

  private func outline(_ place: LabelSheet.Extent, _ content: inout PDFBytes) {
    let box = DotRect(
      x: dots(place.x), y: dots(place.y), width: dots(sheet.size.x), height: dots(sheet.size.y))
    if sheet.isRound {
      content.ellipsePath(of: box)
    } else {
      content.roundedRectangle(box, corner: dots(sheet.corner))
    }
    content.append("S\n")
  }
}

extension CalibrationPage {
  /// Crosses A, B and C in the corners of a right angle, with rulers from A to the others.
  private func rulers(_ content: inout PDFBytes, _ pen: CalibrationPen) throws {
    let (start, right, down) = (wording.start, wording.right, wording.down)
    for (name, x, y) in [
      ("A", start, start), ("B", start + right, start), ("C", start, start + down),
    ] {
      cross(x, y, &content)
      try pen.write(name, height: 500, &content) { _ in
        (dots(Double(x)) - 550, dots(Double(y)) - 250)
      }
    }
    for millimetre in 0...max(right, down) {
      let length = millimetre % 10 == 0 ? 400 : millimetre % 5 == 0 ? 250 : 150
      let at = (start + millimetre) * 100
      let isNumbered = millimetre % 10 == 0 && millimetre > 0
      if millimetre <= right {
        content.rectangle(DotRect(x: at - 5, y: start * 100, width: Self.line, height: length))
        content.append("f\n")
        if isNumbered {
          try pen.write("\(millimetre)", height: 250, &content) { line in
            (at - line.advance / 2, start * 100 + 650)
          }
        }
      }
      guard millimetre <= down else { continue }
      content.rectangle(DotRect(x: start * 100, y: at - 5, width: length, height: Self.line))
      content.append("f\n")
      if isNumbered {
        try pen.write("\(millimetre)", height: 250, &content) { _ in (start * 100 + 450, at + 90) }
      }
    }
  }

  private func cross(_ x: Int, _ y: Int, _ content: inout PDFBytes) {
    content.rectangle(DotRect(x: x * 100 - 500, y: y * 100 - 5, width: 1000, height: Self.line))
    content.rectangle(DotRect(x: x * 100 - 5, y: y * 100 - 500, width: Self.line, height: 1000))
    content.append("f\n")
  }

  /// What to do, in a frame in the middle of the page.
  private func words(_ content: inout PDFBytes, _ pen: CalibrationPen) throws {
    let lines = wording.lines
    // As large as the page has room for, and no larger than is read at arm's length.
    let room = dots(sheet.page.width) - 6000
    let widest = try lines.map { try pen.width($0, height: 340) }.max() ?? 0
    let height = max(80, min(340, 340 * room / max(1, widest)))
    let width = widest * height / 340 + 2 * height
    let box = DotRect(
      x: (dots(sheet.page.width) + 500 - width) / 2,
      y: (dots(sheet.page.height) - lines.count * height * 3 / 2) / 2 - height, width: width,
      height: (lines.count + 1) * height * 3 / 2)
    content.append("1 g\n")
    content.rectangle(box)
    content.append("f 0 g\n")
    content.rectangle(box)
    content.append("S\n")
    for (index, line) in lines.enumerated() {
      try pen.write(line, height: height, &content) { _ in
        (box.x + height, box.y + height * 2 + index * height * 3 / 2)
      }
    }
  }
}
