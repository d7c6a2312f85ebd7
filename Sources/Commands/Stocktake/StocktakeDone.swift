import ArgumentParser
import Inventory
import Ledger

/// `tally stocktake done`.
struct StocktakeDone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Says that locations were counted completely.",
    discussion: """
      What was expected there and not seen is then missing; before, it is only not counted.

        tally stocktake done "Autumn count" HQ/2/201 HQ/2/202
      """)

  @OptionGroup var argument: StocktakeArgument
  @OptionGroup var output: OutputOptions

  @Argument(help: "The locations; what lies in them is covered too.")
  var locations: [String]

  @Option(help: "The counting round.")
  var round = 1

  func validate() throws {
    guard round >= 1 else { throw ValidationError("--round must be 1 or more, got \(round).") }
  }

  func run() throws {
    let (store, stocktake) = try argument.found()
    let principal = argument.ledger.principal
    // A typo in the third location must not leave the first two done.
    for location in locations { _ = try store.locationTree(containing: location) }
    var recording = EventRecording(store: store, stocktake: stocktake, principal: principal)
    let events = locations.map { location in
      ScanEvent.byOperator(counter: principal.name, round: round, content: .done(location))
    }
    try recording.take(events, numbering: .byLedger)
    try recording.end(output)
  }
}
