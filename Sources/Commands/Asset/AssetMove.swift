import ArgumentParser
import Ledger

/// `tally asset move`.
struct AssetMove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Says where assets are now.",
    discussion: """
        tally asset move AST-000017 --to HQ/2/201
        tally asset move AST-000017 AST-000018 --to HQ/1/warehouse --note "desk was given up"
      """)

  @Option(help: "The location's code; an empty one takes them out of the locations.")
  var to: String

  @OptionGroup var step: AssetStepOptions

  func run() throws { try step.take(.move(to: to)) }
}
