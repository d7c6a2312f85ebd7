import ArgumentParser
import Labels

/// `tally label templates`.
struct LabelTemplates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Lists the templates that labels can be made from by their names.",
    discussion: """
      Those in templates/ here, and those that came with the program. One that can't be read is \
      named on standard error.

        tally label templates
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    var rows: [TemplateRow] = []
    for path in TemplateFinder.all {
      do throws(TemplateFault) {
        rows.append(TemplateRow(try LabelTemplate.read(path), calledBy: path))
      } catch {
        Terminal.complain(error)
      }
    }
    try Listing<TemplateRow>(columns: [
      .init("name") { $0.name }, .init("width", isNumber: true) { lengthText($0.width) },
      .init("height", isNumber: true) { lengthText($0.height) },
      .init("dpi", isNumber: true) { String($0.dpi) },
      .init("fields") { $0.fields.joined(separator: " ") },
    ]).print(rows, as: output.chosen)
  }
}

/// What is to be known of a template before it is used; lengths are millimetres.
struct TemplateRow: Encodable {
  let name: String
  let width: Double
  let height: Double
  let dpi: Int
  let fields: [String]

  /// - Parameter path: of its file, whose name is what `--template` takes.
  init(_ template: LabelTemplate, calledBy path: String) {
    name = String((path.split(separator: "/").last ?? "").split(separator: ".").first ?? "")
    (width, height) = (template.width, template.height)
    (dpi, fields) = (template.dpi, template.fieldNames)
  }

  var inWords: String {
    "\(lengthText(width)) × \(lengthText(height)) mm at \(dpi) dpi; fields: "
      + (fields.isEmpty ? "none" : fields.joined(separator: ", "))
  }
}

/// `35`, `62.5`: whole millimetres without a decimal.
func lengthText(_ millimetres: Double) -> String {
  millimetres == millimetres.rounded() ? String(Int(millimetres)) : String(millimetres)
}
