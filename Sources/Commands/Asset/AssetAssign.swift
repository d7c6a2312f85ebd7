import ArgumentParser
import Ledger

/// `tally asset assign`.
struct AssetAssign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Gives assets to a person or a location.",
    discussion: """
      They become assigned. With a location's code they belong to that location and are in it.

        tally asset assign AST-000017 --to "Ann Able" --due 2026-12-24
        tally asset assign AST-000017 AST-000018 --to ann@example.org
        tally asset assign AST-000019 --to HQ/2/201
      """)

  @Option(help: "A name, an e-mail address or a location's code.")
  var to: String

  @Option(help: "The day on which they come back, like 2026-12-24.")
  var due: String?

  @OptionGroup var step: AssetStepOptions

  func run() throws { try step.take(.assign(to: to, due: due)) }
}
