import ArgumentParser
import Ledger

/// `tally stock move`.
struct StockMove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Moves a quantity from one location to another.",
    discussion: "  tally stock move SCREW-M4 50 --from HQ/2/201 --to COLD-STORE")

  @Argument(help: "The part's code or number.")
  var part: String

  @Argument(help: "How much: a decimal number, like 12.5.")
  var quantity: String

  @Option(help: "Where it is taken.")
  var from: String

  @Option(help: "Where it is put.")
  var to: String

  @Flag(help: "Also where the books then come to less than nothing.")
  var allowNegative = false

  @OptionGroup var stock: StockOptions

  func run() throws {
    try stock.run(
      .moved(from: from, into: to), part: part, quantity: quantity,
      allowsNegative: allowNegative)
  }
}
