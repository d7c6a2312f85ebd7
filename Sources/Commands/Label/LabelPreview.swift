import ArgumentParser
import Diagnostics
import Foundation
import Imaging
import Labels
import Tabular

/// `tally label preview`.
struct LabelPreview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Draws one label, to be looked at before many are made.",
    discussion: """
      Without --data the fields have the examples that the template gives. The ending of the \
      file decides about the format: .png, .svg, .pdf or .zpl.

        tally label preview --template asset-tag --out tag.png
        tally label preview --template my.yaml --data assets.csv --row 17 --out tag.svg
      """)

  @Option(help: "A file, or the name of a template in templates/.")
  var template: String

  @Option(help: "Rows in a CSV, JSON or NDJSON file, or - for standard input.")
  var data: String?

  @Option(help: "Which of the rows, from 1 (default: 1).")
  var row: Int?

  @Option(help: "Printer dots an inch, in place of the template's.")
  var dpi: Int?

  @Option(help: "The file: .png, .svg, .pdf or .zpl.")
  var out: String

  private enum Ending: String, CaseIterable { case png, svg, pdf, zpl }

  func validate() throws {
    if let dpi, !(72...2400).contains(dpi) { throw ValidationError("--dpi must be 72 to 2400.") }
    if let row, row < 1 { throw ValidationError("--row counts from 1.") }
    guard row == nil || data != nil else { throw ValidationError("--row needs --data.") }
    guard ending != nil else {
      throw ValidationError("--out must end in .png, .svg, .pdf or .zpl, which says the format.")
    }
  }

  func run() throws {
    var template = try LabelTemplate.read(try TemplateFinder.path(template))
    if let dpi { template = try template.with(dpi: dpi) }
    let renderer = try LabelRenderer(template)
    let values = try data.map { try self.values(in: $0, of: template) } ?? template.examples
    switch ending {
    case .svg: try OutputFile.write(renderer.svg(values), to: out)
    case .pdf: try renderer.writePDF(values, to: out)
    case .zpl: try OutputFile.write(renderer.zpl(values), to: out)
    case .png, nil:
      let bitmap = try renderer.render(values).bitmap
      try OutputFile.write(PNGWriter.encode(bitmap, dpi: Double(template.dpi)), to: out)
    }
  }

  private var ending: Ending? {
    Ending(rawValue: String(out.split(separator: ".").last ?? "").lowercased())
  }

  private func values(in data: String, of template: LabelTemplate) throws -> [String: String] {
    let rows = try RowReader(data)
    var count = 0
    while let next = rows.next() {
      count += 1
      guard count == row ?? 1 else { continue }
      let row = try next.get()
      return Dictionary(
        template.fieldNames.map { ($0, row[$0] ?? "") }, uniquingKeysWith: { first, _ in first })
    }
    throw InputFault(
      code: "label.row-missing",
      message: "\(SafeText.terminal(data)) has \(counted(count, "row")), and no row "
        + "\(row ?? 1).")
  }
}
