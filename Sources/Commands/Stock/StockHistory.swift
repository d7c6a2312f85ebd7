import ArgumentParser
import Inventory
import Ledger

/// `tally stock history`.
struct StockHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists what changed stock, newest first.",
    discussion: "  tally stock history --part SCREW-M4 --limit 20")

  @Option(help: "Only this part: its code or number.")
  var part: String?

  @Option(help: "Only right in this location.")
  var location: String?

  @Option(help: "How many changes at most.")
  var limit = 100

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit must be 1 or more.") }
  }

  private static var listing: Listing<StockChange> {
    Listing(columns: [
      .init("when") { $0.at }, .init("who") { $0.by }, .init("what") { $0.kind },
      .init("part") { $0.part }, .init("location") { $0.location }, .init("lot") { $0.lot },
      .init("change", isNumber: true) { $0.change.description },
      .init("quantity", isNumber: true) { $0.quantity.description }, .init("unit") { $0.unit },
      .init("note") { $0.note },
    ])
  }

  func run() throws {
    let changes = try ledger.existing().stockHistory(part: part, location: location, limit: limit)
    try Self.listing.print(changes, as: output.chosen)
  }
}
