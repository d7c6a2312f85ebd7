import ArgumentParser
import Inventory
import Ledger
import Reports

/// `tally stock list`.
struct StockList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists how much of what is where.",
    discussion: """
        tally stock list --location HQ
        tally stock list --part SCREW-M4
        tally stock list --totals --format csv
      """)

  @Option(help: "Only this part: its code or number.")
  var part: String?

  @Option(help: "Only what is in this location or lies in it.")
  var location: String?

  @ArgumentParser.Flag(help: "Also lines of which nothing is left.")
  var zeros = false

  @ArgumentParser.Flag(help: "One line a part, with the sum.")
  var totals = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  static var listing: Listing<StockLine> {
    Listing(columns: [
      .init("part") { $0.part }, .init("name") { $0.name }, .init("location") { $0.location },
      .init("lot") { $0.lot },
      .init("quantity", isNumber: true, colour: { $0.quantity.isNegative ? .bad : nil }) {
        $0.quantity.description
      }, .init("unit") { $0.unit },
    ])
  }

  private static var sums: Listing<StockTotal> {
    Listing(columns: [
      .init("part") { $0.part }, .init("name") { $0.name },
      .init("quantity", isNumber: true) { $0.quantity.description }, .init("unit") { $0.unit },
      .init("lines", isNumber: true) { "\($0.lines)" },
    ])
  }

  func run() throws {
    let lines = try ledger.existing().stock(part: part, location: location, withZeros: zeros)
    guard totals else { return try Self.listing.print(lines, as: output.chosen) }
    try Self.sums.print(StockTotal.totals(of: lines), as: output.chosen)
  }
}
