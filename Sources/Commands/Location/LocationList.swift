import ArgumentParser
import Ledger
import Reports

/// `tally location list`.
struct LocationList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the locations.",
    discussion: "  tally location list --format csv")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  static var listing: Listing<Location> {
    Listing(columns: [
      .init("code") { $0.code }, .init("name") { $0.name }, .init("kind") { $0.kind.rawValue },
      .init("parent") { $0.parent ?? "" },
      .init("active", colour: { $0.isActive ? nil : .warning }) { $0.isActive ? "yes" : "no" },
    ])
  }

  func run() throws {
    try Self.listing.print(ledger.existing().locations(), as: output.chosen)
  }
}
