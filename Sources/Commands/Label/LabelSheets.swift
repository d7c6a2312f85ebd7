import ArgumentParser
import Diagnostics
import Labels

/// `tally label sheets`.
struct LabelSheets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheets",
    abstract: "Lists the sheets of labels that are known by name, or makes a calibration page.",
    discussion: """
      Lengths are millimetres. A calibration page shows where a printer puts the labels of a sheet, \
      and says how to find --sheet-offset and --sheet-scale with a ruler.

        tally label sheets
        tally label sheets --calibration avery-l7160 --out page.pdf
      """)

  @Option(help: "The sheet to make a calibration page of: a name, or a YAML file.")
  var calibration: String?

  @Option(help: "The calibration page's file, a PDF.")
  var out: String?

  @OptionGroup var correction: CorrectionOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (calibration == nil) == (out == nil) else {
      throw ValidationError("--calibration and --out go together.")
    }
    guard calibration != nil || !correction.isAsked else {
      throw ValidationError("--sheet-offset and --sheet-scale go with --calibration.")
    }
  }

  func run() throws {
    guard let calibration, let out else { return try list() }
    let placing = try SheetPlacing(
      try LabelSheet.find(calibration), offset: correction.offset, scale: correction.scale)
    try CalibrationPage(placing).write(to: out)
    StandardOutput.line(
      "the calibration page of \(placing.sheet.name) in \(SafeText.terminal(out))")
  }

  private func list() throws {
    try Listing<SheetRow>(columns: [
      .init("name") { $0.name },
      .init("page") { $0.page },
      .init("labels", isNumber: true) { String($0.labels) },
      .init("columns", isNumber: true) { String($0.columns) },
      .init("rows", isNumber: true) { String($0.rows) },
      .init("width", isNumber: true) { lengthText($0.width) },
      .init("height", isNumber: true) { lengthText($0.height) },
      .init("aliases") { $0.aliases.joined(separator: " ") },
    ]).print(LabelSheet.known.map(SheetRow.init), as: output.chosen)
  }
}

/// What is to be known of a sheet before it is bought or used; lengths are millimetres.
struct SheetRow: Encodable {
  let name: String
  let page: String
  let labels: Int
  let columns: Int
  let rows: Int
  let width: Double
  let height: Double
  let left: Double
  let top: Double
  let across: Double
  let down: Double
  let corner: Double
  let round: Bool
  let aliases: [String]

  init(_ sheet: LabelSheet) {
    (name, aliases, labels) = (sheet.name, sheet.aliases, sheet.count)
    page = sheet.page == .a4 ? "a4" : "letter"
    (columns, rows) = (sheet.columns, sheet.rows)
    (width, height) = (hundredths(sheet.size.x), hundredths(sheet.size.y))
    (left, top) = (hundredths(sheet.margin.x), hundredths(sheet.margin.y))
    (across, down) = (hundredths(sheet.pitch.x), hundredths(sheet.pitch.y))
    (corner, round) = (hundredths(sheet.corner), sheet.isRound)
  }
}

/// Hundredths of a millimetre are what can be told of sheets that are measured in inches.
private func hundredths(_ length: Double) -> Double { (length * 100).rounded() / 100 }
