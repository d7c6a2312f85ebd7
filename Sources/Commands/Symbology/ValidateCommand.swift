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
        tally validate 'https://id.gs1.org/01/09506000134352/10/AB-12'
      """)

  @Argument(help: "The text.")
  var text: String

  @Option(help: "What it is to be (default: what it looks like).")
  var symbology: String?

  @Flag(help: "Take the text for a GS1 Digital Link URI, whatever it looks like.")
  var link = false

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
    let link: String?
    let problems: [Validation.Problem]

    private enum CodingKeys: String, CodingKey {
      case symbology, valid, canonical, gs1, link, problems
    }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(symbology, forKey: .symbology)
      try values.encode(valid, forKey: .valid)
      try values.encode(canonical, forKey: .canonical)
      try values.encode(gs1, forKey: .gs1)
      try values.encode(link, forKey: .link)
      try values.encode(problems, forKey: .problems)
    }
  }

  func validate() throws {
    guard !link || symbology == nil else {
      throw ValidationError("--link says what the text is; leave --symbology out.")
    }
  }

  func run() throws {
    let symbology = try symbology.map { try Symbology.named($0) }
    let validation =
      link
      ? SymbolValidator.validate(digitalLink: text) : SymbolValidator.validate(text, as: symbology)
    let verdict = Verdict(
      symbology: validation.symbology.rawValue, valid: validation.valid,
      canonical: validation.canonical, gs1: validation.gs1, link: uri(validation),
      problems: validation.problems)
    switch format ?? (Terminal.isOutputScreen ? .table : .ndjson) {
    case .table: printForPeople(verdict)
    case .json: StandardOutput.line(try JSONText.pretty(verdict))
    case .ndjson: StandardOutput.line(try JSONText.line(verdict))
    }
    if !validation.valid { throw ExitStatus.doneWithNo.code }
  }

  /// The Digital Link of a message that can be one.
  private func uri(_ validation: Validation) -> String? {
    validation.valid ? try? GS1Message(validation.gs1).digitalLink() : nil
  }

  private func printForPeople(_ verdict: Verdict) {
    let canonical = verdict.canonical.map { ", canonical \(SafeText.terminal($0))" } ?? ""
    StandardOutput.line(
      "\(verdict.symbology): \(verdict.valid ? "valid" : "not valid")\(canonical)")
    for element in verdict.gs1 {
      let title = element.title.isEmpty ? "" : " \(element.title)"
      StandardOutput.line("  (\(element.ai))\(title): \(SafeText.terminal(element.value))")
    }
    if let link = verdict.link { StandardOutput.line("  \(SafeText.terminal(link))") }
    for problem in verdict.problems {
      let place = problem.position.map { " (character \($0))" } ?? ""
      StandardOutput.line("  \(problem.code)\(place): \(problem.message)")
    }
  }
}
