import ArgumentParser
import Ledger

/// `tally stock parts`.
struct StockParts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parts", abstract: "Lists the parts.",
    discussion: "  tally stock parts --format csv")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  static var listing: Listing<Part> {
    Listing(columns: [
      .init("code") { $0.code }, .init("name") { $0.name }, .init("unit") { $0.unit },
      .init("lots") { $0.hasLots ? "yes" : "no" },
    ])
  }

  func run() throws {
    try Self.listing.print(ledger.existing().parts(), as: output.chosen)
  }
}
