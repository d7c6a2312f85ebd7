import ArgumentParser
import Ledger

/// `tally stock add`.
struct StockAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Takes a quantity in that came from outside.",
    discussion: """
        tally stock add SCREW-M4 200 --location HQ/2/201
        tally stock add 4006381333931 12 --location HQ/2/201 --lot L-0815 --note "order 4711"
      """)

  @Argument(help: "The part's code or number.")
  var part: String

  @Argument(help: "How much: a decimal number, like 12.5.")
  var quantity: String

  @Option(help: "Where it is put.")
  var location: String

  @OptionGroup var stock: StockOptions

  func run() throws {
    try stock.run(.received(into: location), part: part, quantity: quantity)
  }
}
