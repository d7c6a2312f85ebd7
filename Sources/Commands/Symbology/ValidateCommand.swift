import ArgumentParser
import Barcodes
import Diagnostics
import GS1

/// `tally validate`.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Checks the check digits and characters of a text.",
    discussion: """
      Ends with 0 for a valid text, with 1 for one that isn't.

        tally validate 4006381333931
        tally validate 036000291452 --symbology upc-a --format json
        tally validate '(01)09506000134352(10)AB-12'
      """)

  @Argument(help: "The text.")
  var text: String

  @Option(help: "What it is to be (default: what it looks like).")
  var symbology: String?

  @Option(help: "table, ndjson or json (default: table on a terminal, ndjson in a pipe).")
  var format: Format?

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, ndjson, json
  }

  private struct Verdict: Encodable {
    let symbology: String
    let valid: Bool
    let canonical: String?
    let gs1: [ElementString]
    let problems: [Validation.Problem]

    private enum CodingKeys: String, CodingKey {
      case symbology, valid, canonical, gs1, problems
    }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(symbology, forKey: .symbology)
      try values.encode(valid, forKey: .valid)
      try values.encode(canonical, forKey: .canonical)
      try values.encode(gs1, forKey: .gs1)
      try values.encode(problems, forKey: .problems)
    }
  }

  func run() throws {
    let validation = SymbolValidator.validate(
      text, as: try symbology.map { try Symbology.named($0) })
    let verdict = Verdict(
      symbology: validation.symbology.rawValue, valid: validation.valid,
      canonical: validation.canonical, gs1: validation.gs1, problems: validation.problems)
    switch format ?? (Terminal.isOutputScreen ? .table : .ndjson) {
    case .table: printForPeople(verdict)
    case .json: StandardOutput.line(try JSONText.pretty(verdict))
    case .ndjson: StandardOutput.line(try JSONText.line(verdict))
    }
    if !validation.valid { throw ExitStatus.doneWithNo.code }
  }

  private func printForPeople(_ verdict: Verdict) {
    let canonical = verdict.canonical.map { ", canonical \(SafeText.terminal($0))" } ?? ""
    StandardOutput.line(
      "\(verdict.symbology): \(verdict.valid ? "valid" : "not valid")\(canonical)")
    for element in verdict.gs1 {
      let title = element.title.isEmpty ? "" : " \(element.title)"
      StandardOutput.line("  (\(element.ai))\(title): \(SafeText.terminal(element.value))")
    }
    for problem in verdict.problems {
      let place = problem.position.map { " (character \($0))" } ?? ""
      StandardOutput.line("  \(problem.code)\(place): \(problem.message)")
    }
  }
}
