import ArgumentParser
import Ledger

/// `tally asset field add`.
struct AssetFieldAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Gives assets a field of your own.",
    discussion: """
      Adding a choice again with more values adds these.

        tally asset field add "Warranty until" --type date
        tally asset field add Size --type choice --values small,large --required-for Printers
      """)

  @Argument(help: "The name of the field.")
  var name: String

  @Option(help: "\(CustomField.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var type = CustomField.Kind.text

  @Option(help: "What a choice may be, with commas between.")
  var values: String?

  @Option(help: "The category whose assets must have a value.")
  var requiredFor: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let choices = (values ?? "").split(separator: ",").map { $0.trimmingPrefix(" ") }
    let field = CustomField(
      name: name, type: type, values: choices.map(String.init), requiredFor: requiredFor)
    let kept = try ledger.createdIfMissing().define(field, by: ledger.principal)
    try AssetFieldList.listing.print([kept], as: output.chosen)
  }
}

extension CustomField.Kind: ExpressibleByArgument {}
