extension LabelRenderer {
  /// Writes the label of given values by their names as a PDF with one page of its size.
  ///
  /// - Throws: `TemplateFault` where a font can't be put into a document, or `LabelFault`, naming the
  ///   field or the element and what it needs, or that the file can't be written.
  package func writePDF(_ values: [String: String], to path: String) throws {
    let label = try arrange(named: values)
    let uses = PDFFontUses()
    let painter = try PDFPainter(template, uses: uses)
    let file = UnfinishedFile(path)
    let pages = try PDFLabelPages(
      try file.open(), PageLayout(label: (label.width, label.height), dpi: template.dpi),
      background: try painter.paint(label.background))
    let content = try painter.paint(label)
    try pages.add(content.bytes.bytes, content.images)
    _ = try pages.finish(uses.all, title: template.name)
    try file.finish()
  }
}
