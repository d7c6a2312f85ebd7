import ArgumentParser
import Ledger

/// `tally stock issue`.
struct StockIssue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Gives a quantity out.",
    discussion: "  tally stock issue SCREW-M4 16 --location HQ/2/201 --note \"shelf for Ann\"")

  @Argument(help: "The part's code or number.")
  var part: String

  @Argument(help: "How much: a decimal number, like 12.5.")
  var quantity: String

  @Option(help: "Where it is taken.")
  var location: String

  @Flag(help: "Also where the books then come to less than nothing.")
  var allowNegative = false

  @OptionGroup var stock: StockOptions

  func run() throws {
    try stock.run(
      .issued(from: location), part: part, quantity: quantity,
      allowsNegative: allowNegative)
  }
}
