import ArgumentParser
import Diagnostics
import Inventory
import Ledger

/// `tally asset status`.
struct AssetStatusChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Changes the status of assets.",
    discussion: """
      The last word is the status: on_order, in_stock, assigned, checked_out, in_transit, in_repair, \
      retired, lost, stolen or disposed. Which may follow which is in docs/ASSETS.md; a step that can't \
      be taken is refused and names those that can.

        tally asset status AST-000017 in_repair --note "drum is worn"
        tally asset status AST-000017 AST-000018 retired
      """)

  @Argument(
    help: ArgumentHelp(
      "Tags, other codes, numbers or ids, and then the status.", valueName: "code… status"))
  var words: [String]

  @Option(help: "Why; it stands in the history.")
  var note: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if words.count < 2 { throw ValidationError("Give at least one code, and then the status.") }
  }

  func run() throws {
    let (codes, status) = (Array(words.dropLast()), try status())
    try AssetStepReport(names: codes).print(
      ledger.existing().take(.change(to: status), with: codes, note: note, by: ledger.principal),
      as: output.chosen)
  }

  private func status() throws -> AssetStatus {
    let word = words.last ?? ""
    if let status = AssetStatus(rawValue: word) { return status }
    let names = AssetStatus.allCases.map(\.rawValue)
    throw InputFault(
      code: "asset.status",
      message: "\(quoted(word)) is no status; expected \(names.joined(separator: ", "))."
        + Suggestion.hint(for: word, among: names))
  }
}
