import ArgumentParser
import Ledger

/// `tally stock part add`, and `tally stock part CODE`.
struct StockPartAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Makes a part: a kind of thing that is kept in quantities.",
    discussion: """
      The word add may be left out.

        tally stock part add SCREW-M4 --name "Screw M4 × 20"
        tally stock part 4006381333931 --name "Toner, black" --lots
        tally stock part CABLE --name "Cable, CAT 7" --unit m
      """)

  @Argument(help: "The code: unique, and what the part's label says; or its GTIN.")
  var code: String

  @Option(help: "What people call it.")
  var name: String

  @Option(help: "What it is counted in.")
  var unit = "piece"

  @Flag(help: "Each quantity belongs to a lot.")
  var lots = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let draft = PartDraft(code: code, name: name, unit: unit, hasLots: lots)
    try draft.check()
    let part = try ledger.createdIfMissing().addPart(draft, by: ledger.principal)
    try StockParts.listing.print([part], as: output.chosen)
  }
}
