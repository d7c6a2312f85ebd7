import ArgumentParser
import Foundation
import Intake
import Inventory
import Ledger

/// `tally stocktake void`.
struct StocktakeVoid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Takes back what was scanned by mistake.",
    discussion: """
      Nothing is deleted: the events stay in the log, and count for nothing. Event ids are in \
      tally stocktake explain.

        tally stocktake void "Autumn count" 3f2b9c0d1e4a5b6c
        tally stocktake void "Autumn count" --image photos/HQ/2/201/shelf-1.jpg
      """)

  @OptionGroup var argument: StocktakeArgument
  @OptionGroup var output: OutputOptions

  @Argument(help: "Ids of events.")
  var events: [String] = []

  @Option(help: "A picture: everything that was read in it.")
  var image: String?

  func validate() throws {
    guard image != nil || !events.isEmpty else {
      throw ValidationError("Name the events, or a picture with --image.")
    }
  }

  func run() throws {
    let (store, stocktake) = try argument.found()
    let principal = argument.ledger.principal
    var targets = events
    if let image {
      let hash = PictureHash.of(try InputFile.read(image))
      targets += try store.events(of: stocktake, inImage: hash)
    }
    try checkKnown(targets, store, stocktake)
    var recording = EventRecording(store: store, stocktake: stocktake, principal: principal)
    try recording.take(
      targets.map { ScanEvent.byOperator(counter: principal.name, content: .void($0)) },
      numbering: .byLedger)
    try recording.end(output)
  }

  /// A void may arrive before its target from a device; a person who names an event means one
  /// that is there.
  private func checkKnown(_ targets: [String], _ store: LedgerStore, _ stocktake: Stocktake) throws
  {
    let known = try store.eventIDs(of: stocktake)
    for target in targets where !known.contains(target) {
      throw LedgerFault(
        code: "event.unknown",
        message: "Stocktake \(stocktake.title) has no event \(quoted(target)).")
    }
    guard !targets.isEmpty else {
      throw LedgerFault(
        code: "event.unknown",
        message: "Stocktake \(stocktake.title) has no event from this picture.")
    }
  }
}
