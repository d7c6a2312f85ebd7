import ArgumentParser
import Ledger

/// `tally asset verify`.
struct AssetVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Says that somebody saw assets.",
    discussion: """
      The books stay as they are; a location says where they were seen, and moves nothing.

        tally asset verify AST-000017
        tally asset verify AST-000017 AST-000018 --location HQ/2/201
      """)

  @Option(help: "The code of the location where they were seen.")
  var location: String?

  @OptionGroup var step: AssetStepOptions

  func run() throws { try step.take(.verify(location: location)) }
}
