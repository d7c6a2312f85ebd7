import ArgumentParser
import Ledger

/// `tally stock part edit`.
struct StockPartEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Renames a part, or changes how it is counted.",
    discussion: """
      The code stays: it is on the part's label. Unit and lots can change as long as there are no \
      quantities of it in the books.

        tally stock part edit SCREW-M4 --name "Screw M4 × 20"
        tally stock part edit CABLE --unit m --no-lots
      """)

  @Argument(help: "The part's code or number.")
  var part: String

  @Option(help: "What people call it from now on.")
  var name: String?

  @Option(help: "What it is counted in from now on.")
  var unit: String?

  @Flag(inversion: .prefixedNo, help: "Whether each quantity belongs to a lot.")
  var lots: Bool?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard name != nil || unit != nil || lots != nil else {
      throw ValidationError("Say what changes: --name, --unit, --lots or --no-lots.")
    }
  }

  func run() throws {
    let change = PartChange(name: name, unit: unit, hasLots: lots)
    let edited = try ledger.existing().editPart(part, change, by: ledger.principal)
    try StockParts.listing.print([edited], as: output.chosen)
  }
}
