import ArgumentParser
import Ledger

/// `tally stock adjust`.
struct StockAdjust: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust", abstract: "Brings the books in line with what is there.",
    discussion: """
      --counted says what was found, --by how far the books were off, with --note why.

        tally stock adjust SCREW-M4 --location HQ/2/201 --counted 180
        tally stock adjust CABLE --location HQ/2/201 --by=-0.5 --note "offcut thrown away"
      """)

  @Argument(help: "The part's code or number.")
  var part: String

  @Option(help: "Where.")
  var location: String

  @Option(help: "How much there is.")
  var counted: String?

  @Option(help: "How much more there is than the books say; less with a minus: --by=-2.")
  var by: String?

  @Flag(help: "Also where the books then come to less than nothing.")
  var allowNegative = false

  @OptionGroup var stock: StockOptions

  func validate() throws {
    guard (counted == nil) != (by == nil) else {
      throw ValidationError("Give either --counted or --by.")
    }
  }

  func run() throws {
    try stock.run(
      counted == nil ? .corrected(at: location) : .counted(at: location), part: part,
      quantity: counted ?? by ?? "", allowsNegative: allowNegative)
  }
}
