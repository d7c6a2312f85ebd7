import ArgumentParser
import Inventory
import Ledger
import Reports

/// `tally stocktake explain`.
struct StocktakeExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Which events and rules decided a line.",
    discussion: "  tally stocktake explain \"Autumn count\" AST-000017")

  @OptionGroup var argument: StocktakeArgument

  @Argument(help: "An asset's tag, or any code that was scanned.")
  var code: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (store, stocktake) = try argument.found()
    let explanation = try store.explain(stocktake, code: code)
    switch output.chosen {
    case .table: printForPeople(explanation)
    case .json: StandardOutput.line(try JSONText.pretty(explanation))
    case .ndjson: StandardOutput.line(try JSONText.line(explanation))
    case .csv: try Self.listing(hashDigits: 64).print(explanation.events, as: .csv)
    }
    if explanation.asset == nil && explanation.events.isEmpty { throw ExitStatus.doneWithNo.code }
  }

  private func printForPeople(_ explanation: StocktakeExplanation) {
    let outcome = explanation.outcome.map { outcome in
      Terminal.usesColour
        ? outcome.colour?.paint(outcome.rawValue) ?? outcome.rawValue : outcome.rawValue
    }
    let subject = explanation.asset ?? quoted(explanation.code)
    StandardOutput.line([subject, outcome].compactMap { $0 }.joined(separator: ": "))
    for reason in explanation.reasons { StandardOutput.line("  \(reason)") }
    guard !explanation.events.isEmpty else { return StandardOutput.line("  No event concerns it.") }
    StandardOutput.line("")
    try? Self.listing(hashDigits: 12).print(explanation.events, as: .table)
  }

  /// A picture's hash has 64 digits; a person needs enough to tell two apart.
  private static func listing(hashDigits: Int) -> Listing<StocktakeExplanation.Step> {
    Listing(columns: [
      .init("time") { Timestamp.text($0.event.occurredAt) },
      .init("kind") { $0.event.kind.rawValue },
      .init("did") { $0.disposition.rawValue }, .init("location") { $0.location ?? "" },
      .init("code") { $0.event.code ?? "" }, .init("symbology") { $0.event.symbology ?? "" },
      .init("device") { $0.event.deviceID }, .init("counter") { $0.event.counter ?? "" },
      .init("picture") {
        String(($0.event.evidence?.image ?? "").prefix("sha256:".count + hashDigits))
      },
      .init("event") { $0.event.clientEventID },
    ])
  }
}
