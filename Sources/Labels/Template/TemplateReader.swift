import Diagnostics
import Yams

/// Reads a template from YAML, reporting all that is wrong with it.
struct TemplateReader {
  let file: String
  let folder: String
  let problems: TemplateProblems

  /// What most label printers have.
  private static let usualDPI = 300
  private static let keys = [
    "name", "size", "sheet", "dpi", "file", "copies", "fields", "elements",
  ]

  func read(_ yaml: String) -> LabelTemplate? {
    guard let node = problems.compose(yaml),
      let mapping = TemplateMapping(
        node, what: "a label template", key: nil, problems: problems)
    else { return nil }
    mapping.refuseKeys(except: Self.keys)
    let fields = FieldRuleReader(problems: problems).read(mapping)
    let parser = FieldTextParser(fields: fields.map(\.name), problems: problems)
    let sheet = sheet(mapping)
    let size = sheet.map { LabelElement.Size(width: $0.size.x, height: $0.size.y) } ?? size(mapping)
    let dpi = dpi(mapping)
    mapping.require("name", "file")
    let fileName = parser.parse(mapping, "file")
    let copies = parser.parse(mapping, "copies")
    let elements = elements(mapping, size, parser)
    guard let name = mapping.text("name"), let size, let dpi, let fileName else { return nil }
    refuseHuge(mapping, size, dpi)
    return LabelTemplate(
      name: name, width: size.width, height: size.height, dpi: dpi,
      file: SafeText.terminal(file), folder: folder,
      fields: parser.counter.isUsed ? fields + [.counter] : fields, fileName: fileName,
      copies: copies, elements: elements, sheet: sheet, fingerprint: Fingerprint())
  }

  /// The sheet that a template is made for, by name or as a file beside it.
  private func sheet(_ mapping: TemplateMapping) -> LabelSheet? {
    guard let name = mapping.text("sheet") else { return nil }
    if mapping.node("size") != nil {
      mapping.refuse(
        "sheet", "either size or sheet: with a sheet, a label is as large as its places")
    }
    do {
      return try LabelSheet.find(name, in: folder)
    } catch {
      let mark = mapping.node("sheet")?.mark
      problems.report("value", at: mark, key: "sheet", (error as? any Fault)?.message ?? "\(error)")
      return nil
    }
  }

  private func dpi(_ mapping: TemplateMapping) -> Int? {
    guard mapping.node("dpi") != nil else { return Self.usualDPI }
    return mapping.wholeNumber("dpi", in: 72...2400, unit: "dots an inch")
  }

  private func size(_ mapping: TemplateMapping) -> LabelElement.Size? {
    // A sheet that isn't known was reported already.
    guard mapping.node("sheet") == nil, mapping.required("size") != nil else { return nil }
    return mapping.pair("size", in: 3...1000, "[width, height]").map {
      LabelElement.Size(width: $0.0, height: $0.1)
    }
  }

  private func refuseHuge(_ mapping: TemplateMapping, _ size: LabelElement.Size, _ dpi: Int) {
    let dots = LabelTemplate.dots(width: size.width, height: size.height, dpi: dpi)
    guard dots > LabelTemplate.dotLimit else { return }
    problems.report(
      "value", at: mapping.node("size")?.mark, key: "size",
      "the label has \(dots) dots at \(dpi) dpi, expected at most \(LabelTemplate.dotLimit).")
  }

  private func elements(
    _ mapping: TemplateMapping, _ size: LabelElement.Size?, _ parser: FieldTextParser
  ) -> [LabelElement] {
    guard let node = mapping.required("elements") else { return [] }
    guard let list = node.sequence, !list.isEmpty else {
      mapping.refuse("elements", "a list with at least one element, each behind a dash")
      return []
    }
    // Without a size of the label, whatever is inside can't be told from what is outside.
    let label = size ?? LabelElement.Size(width: 1000, height: 1000)
    let reader = ElementReader(parser: parser, label: label, problems: problems)
    return list.compactMap(reader.read)
  }
}
