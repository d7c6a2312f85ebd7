import Diagnostics
import Yams

/// Reads a sheet of one's own from YAML, reporting all that is wrong with it.
struct SheetReader {
  let problems: TemplateProblems

  private static let keys = [
    "name", "page", "columns", "rows", "size", "pitch", "margin", "corner", "round",
  ]

  func read(_ yaml: String) -> LabelSheet? {
    guard let node = problems.compose(yaml),
      let mapping = TemplateMapping(node, what: "a sheet", key: nil, problems: problems)
    else { return nil }
    mapping.refuseKeys(except: Self.keys)
    mapping.require("name", "columns", "rows", "size")
    let page = page(mapping)
    let columns = mapping.wholeNumber("columns", in: 1...100, unit: "labels")
    let rows = mapping.wholeNumber("rows", in: 1...100, unit: "labels")
    let size = extent(mapping, "size", 3...1000, "[width, height]")
    let pitch = extent(mapping, "pitch", 3...1000, "[right, down]")
    let margin = extent(mapping, "margin", 0...1000, "[left, top]")
    let corner = mapping.number("corner", in: 0...100, unit: "millimetres") ?? 0
    guard let name = mapping.text("name"), let page, let columns, let rows, let size else {
      return nil
    }
    let sheet = LabelSheet(
      name, page: page, columns: columns, rows: rows, size: size, pitch: pitch, margin: margin,
      corner: corner, isRound: mapping.flag("round"))
    refuseOverlap(sheet, mapping)
    refuseOutside(sheet, mapping)
    return sheet
  }

  private func page(_ mapping: TemplateMapping) -> LabelSheet.Page? {
    guard let node = mapping.node("page") else { return .a4 }
    switch node.scalar?.string.lowercased() {
    case "a4": return .a4
    case "letter": return .letter
    case nil:
      let size = mapping.pair("page", in: 20...2000, "a4, letter or [width, height]")
      return size.map { LabelSheet.Page(width: $0.0, height: $0.1) }
    default:
      mapping.refuse("page", "a4, letter or [width, height] in millimetres")
      return nil
    }
  }

  private func extent(
    _ mapping: TemplateMapping, _ key: String, _ range: ClosedRange<Double>, _ shape: String
  ) -> LabelSheet.Extent? {
    mapping.pair(key, in: range, shape).map { LabelSheet.Extent(x: $0.0, y: $0.1) }
  }

  private func refuseOverlap(_ sheet: LabelSheet, _ mapping: TemplateMapping) {
    let overlapsAcross = sheet.columns > 1 && sheet.pitch.x < sheet.size.x - 0.001
    let overlapsDown = sheet.rows > 1 && sheet.pitch.y < sheet.size.y - 0.001
    guard overlapsAcross || overlapsDown else { return }
    problems.report(
      "value", at: mapping.node("pitch")?.mark, key: "pitch",
      "labels of \(millimetres(sheet.size.x)) × \(millimetres(sheet.size.y)) mm overlap with a "
        + "pitch of \(millimetres(sheet.pitch.x)) × \(millimetres(sheet.pitch.y)) mm.")
  }

  private func refuseOutside(_ sheet: LabelSheet, _ mapping: TemplateMapping) {
    guard !sheet.isOnPage else { return }
    let key = mapping.node("margin") == nil ? "size" : "margin"
    let end = sheet.end
    problems.report(
      "outside", at: mapping.node(key)?.mark, key: key,
      "the labels reach from \(millimetres(sheet.margin.x)), \(millimetres(sheet.margin.y)) to "
        + "\(millimetres(end.x)), \(millimetres(end.y)) mm, but the page is "
        + "\(millimetres(sheet.page.width)) × \(millimetres(sheet.page.height)) mm.")
  }
}

extension LabelSheet {
  /// Where the last label ends.
  var end: Extent {
    Extent(
      x: margin.x + Double(columns - 1) * pitch.x + size.x,
      y: margin.y + Double(rows - 1) * pitch.y + size.y)
  }

  /// Whether all labels lie on the page; a hundredth of a millimetre is forgiven.
  var isOnPage: Bool {
    margin.x > -0.01 && margin.y > -0.01 && end.x < page.width + 0.01 && end.y < page.height + 0.01
  }

  /// Reads a sheet from a file.
  ///
  /// - Throws: `TemplateFault` with everything that is wrong, each with its line and key.
  static func read(_ path: String) throws(TemplateFault) -> LabelSheet {
    let problems = TemplateProblems()
    let sheet = SheetReader(problems: problems).read(try LabelTemplate.text(of: path))
    if let fault = TemplateFault(file: path, problems) { throw fault }
    guard let sheet else {
      throw TemplateFault(file: path, code: "template.syntax", message: "the sheet is empty.")
    }
    return sheet
  }
}
