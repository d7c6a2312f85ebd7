import ArgumentParser
import Ledger

/// `tally asset transfer`.
struct AssetTransfer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer", abstract: "Hands assets over from one custodian to another.",
    discussion: """
        tally asset transfer AST-000017 --to "Bob Baker"
        tally asset transfer AST-000017 --to HQ/2/201 --note "stays in the meeting room"
      """)

  @Option(help: "A name, an e-mail address or a location's code.")
  var to: String

  @Option(help: "The day on which they come back, like 2026-12-24.")
  var due: String?

  @OptionGroup var step: AssetStepOptions

  func run() throws { try step.take(.transfer(to: to, due: due)) }
}
