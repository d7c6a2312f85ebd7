import Glibc
import Text

/// One PDF with all labels, one a page or on the places of a sheet; it is there when it is complete.
final class PDFOutput: LabelOutput {
  private let file: UnfinishedFile
  private let pages: PDFLabelPages
  private let title: String
  private let uses: PDFFontUses
  /// The place that the next label is told: labels are put there in the same order.
  private var next: (page: Int, place: Int)
  private let placesOnPage: Int
  /// Begins the file.
  ///
  /// - Parameter uses: where workers tell what their labels show of each font.
  /// - Throws: `TemplateFault`, or `LabelFault` where labels don't fit on the sheet.
  init(
    _ path: String, _ template: LabelTemplate, on placing: SheetPlacing?, uses: PDFFontUses
  ) throws {
    (file, title, self.uses) = (UnfinishedFile(path), template.name, uses)
    let renderer = try LabelRenderer(template)
    let layout = try PageLayout(template, on: placing)
    let background = try PDFPainter(template, uses: uses).paint(renderer.background)
    pages = try PDFLabelPages(try file.open(), layout, background: background)
    (next, placesOnPage) = ((1, layout.firstPlace), layout.places.count)
  }

  func place(_ labels: [MadeLabel], of order: LabelOrder) -> PlacedCopies {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let places = labels.flatMap(\.copies).map { _ in
      let (page, place) = next
      next = place + 1 < placesOnPage ? (page, place + 1) : (page + 1, 0)
      return LabelPlace(file: name, page: page, position: place + 1)
    }
    return PlacedCopies(places: places)
  }

  /// Nothing of an earlier run is kept.
  func keep(_ places: [LabelPlace], of order: LabelOrder) {}

  func write(_ orders: [FilledOrder]) throws(LabelFault) -> Writing? {
    for case .labels(let labels) in orders.lazy.map(\.outcome) {
      for label in labels {
        for _ in label.copies { try pages.add(label.bytes, label.images) }
      }
    }
    let full = try pages.advance()
    guard !full.isEmpty else { return nil }
    return { () throws(LabelFault) in
      let deflater = try Deflater()
      for work in full { work.compress(with: deflater) }
    }
  }

  func finish(isComplete: Bool) throws(LabelFault) {
    guard try pages.finish(uses.all, title: title) else {
      // An earlier run's labels beside this run's manifest would be taken for its own.
      unlink(file.path)
      return
    }
    try file.finish()
  }
}

extension PageLayout {
  /// The pages of a template's labels: the sheet's, else that which the template names, else one a
  /// label.
  init(_ template: LabelTemplate, on placing: SheetPlacing?) throws(LabelFault) {
    if let placing {
      self = try placing.layout(of: template)
    } else if let sheet = template.sheet {
      self = try SheetPlacing(sheet).layout(of: template)
    } else {
      let scale = DotScale(dpi: template.dpi)
      self.init(
        label: (scale.dots(template.width), scale.dots(template.height)), dpi: template.dpi)
    }
  }
}
