import ArgumentParser
import Ledger

/// `tally label status`.
struct LabelStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tells what became of a label.",
    discussion: "  tally label status SP-0008")

  @Argument(help: "A code on the label, as it was read or typed.")
  var code: String

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let label = try ledger.existing().labelStatus(code)
    try Listing.labels.print([label], as: output.chosen)
    guard output.chosen == .table else { return }
    StandardOutput.line("")
    try Self.steps.print(label.steps, as: .table)
  }

  private static var steps: Listing<LabelStatus.Step> {
    Listing(columns: [
      .init("when") { $0.at }, .init("who") { $0.by }, .init("step") { $0.state.rawValue },
      .init("why") { $0.reason ?? "" }, .init("replaced by") { $0.replacedBy ?? "" },
    ])
  }
}
