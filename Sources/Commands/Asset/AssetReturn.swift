import ArgumentParser
import Ledger

/// `tally asset return`.
struct AssetReturn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Takes assets back from their custodians.",
    discussion: """
      They are in_stock again, and nobody's.

        tally asset return AST-000017
        tally asset return AST-000017 AST-000018 --location HQ/1/warehouse
      """)

  @Option(help: "The code of the location where they are now (default: as before).")
  var location: String?

  @OptionGroup var step: AssetStepOptions

  func run() throws { try step.take(.takeBack(location: location)) }
}
