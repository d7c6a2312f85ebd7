import Diagnostics

/// How labels are put on a sheet's pages.
package struct SheetPlacing: Sendable {
  package let sheet: LabelSheet
  /// The first free label of the first page, from 1.
  package let start: Int
  /// Millimetres to the right and down by which the printer prints too far up or too far left.
  package let offset: LabelSheet.Extent
  /// Percent of the true size, across and down, with which the printer comes out right.
  package let scale: LabelSheet.Extent

  /// - Throws: `sheet.start` beyond the sheet.
  package init(
    _ sheet: LabelSheet, start: Int = 1, offset: (x: Double, y: Double) = (0, 0),
    scale: (x: Double, y: Double) = (100, 100)
  ) throws(LabelFault) {
    guard (1...sheet.count).contains(start) else {
      throw LabelFault(
        code: "sheet.start",
        message: "the sheet \(SafeText.quoted(sheet.name)) has \(sheet.count) labels "
          + "(\(sheet.columns) × \(sheet.rows)), so the first can't be \(start).")
    }
    (self.sheet, self.start) = (sheet, start)
    self.offset = LabelSheet.Extent(x: offset.x, y: offset.y)
    self.scale = LabelSheet.Extent(x: scale.x, y: scale.y)
  }

  /// The pages of labels of a template, each label in the middle of its place.
  ///
  /// - Throws: `sheet.too-small` where a label is larger than a place.
  func layout(of template: LabelTemplate) throws(LabelFault) -> PageLayout {
    // The thousandth of an inch of sheets that are measured in inches is forgiven.
    guard template.width <= sheet.size.x + 0.03, template.height <= sheet.size.y + 0.03 else {
      throw LabelFault(
        code: "sheet.too-small",
        message: "a label of \(millimetres(template.width)) × \(millimetres(template.height)) mm "
          + "doesn't fit on the labels of the sheet \(SafeText.quoted(sheet.name)), which are "
          + "\(millimetres(sheet.size.x)) × \(millimetres(sheet.size.y)) mm.")
    }
    let dotScale = DotScale(dpi: template.dpi)
    let inset = (
      x: (sheet.size.x - template.width) / 2, y: (sheet.size.y - template.height) / 2
    )
    return PageLayout(
      label: (dotScale.dots(template.width), dotScale.dots(template.height)), dpi: template.dpi,
      size: PDFPageSize(millimetres: sheet.page.width, sheet.page.height),
      places: sheet.places.map {
        PageLayout.Place(
          x: dotScale.place($0.x + inset.x), y: dotScale.place($0.y + inset.y))
      },
      firstPlace: start - 1,
      correction: PageLayout.Correction(
        offset: (offset.x, offset.y), scale: (scale.x / 100, scale.y / 100)))
  }
}

extension DotScale {
  /// A place on a page in dots: on whole ones, so that modules keep to a printer's grid, unless that
  /// could be more than a twentieth of a millimetre off.
  fileprivate func place(_ millimetres: Double) -> Double {
    let dots = millimetres * Double(dpi) / 25.4
    return 25.4 / Double(dpi) <= 0.1 ? dots.rounded() : dots
  }
}
