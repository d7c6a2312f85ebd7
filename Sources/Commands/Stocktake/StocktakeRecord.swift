import ArgumentParser
import Diagnostics
import Intake
import Inventory
import Ledger

/// `tally stocktake record`.
struct StocktakeRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Takes codes that were typed, or events that were exported.",
    discussion: """
      A hardware scanner that types works too: give no code, and each line of standard input is one.

        tally stocktake record "Autumn count" --code AST-000017 --location HQ/2/201
        tally stocktake record "Autumn count" --file events.ndjson
        tally stocktake record "Autumn count" --location HQ/2/201 < codes.txt
      """)

  @OptionGroup var argument: StocktakeArgument
  @OptionGroup var output: OutputOptions

  @Option(parsing: .upToNextOption, help: "Codes, as they were read or typed.")
  var code: [String] = []

  @Option(help: "Events, one JSON object a line (- for standard input).")
  var file: String?

  @Option(help: "Where the codes were read.")
  var location: String?

  @Option(help: "Which device (default: keyboard).")
  var device: String?

  @Option(help: "The counting round (default: 1).")
  var round: Int?

  func validate() throws {
    guard file == nil || code.isEmpty else {
      throw ValidationError("Give --code or --file, not both.")
    }
    guard file == nil || (location == nil && device == nil && round == nil) else {
      throw ValidationError("The events of --file say location, device and round themselves.")
    }
    if let round, round < 1 { throw ValidationError("--round must be 1 or more, got \(round).") }
  }

  func run() throws {
    let (store, stocktake) = try argument.found()
    var recording = EventRecording(
      store: store, stocktake: stocktake, principal: argument.ledger.principal)
    var place = location
    if let file {
      try recording.take(linesOf: file, numbering: .byDevice) {
        try EventFile.event($0, line: $1)
      }
    } else if code.isEmpty {
      try recording.take(linesOf: "-", numbering: .byLedger) { line, _ in
        try typed(line, at: &place, in: store)
      }
    } else {
      try recording.take(
        try code.map { try typed($0, at: &place, in: store) }, numbering: .byLedger)
    }
    try recording.end(output)
  }

  /// Who types can mend a mistake at once, so an unknown code is told at once.
  ///
  /// - Parameter place: what --location said; a location's label says it anew for what follows.
  private func typed(
    _ code: String, at place: inout String?, in store: LedgerStore
  ) throws -> ScanEvent {
    let lookup = try store.lookup(code)
    if lookup.match == .none && lookup.location == nil {
      Terminal.note(
        "tally: no asset or location has the code \(quoted(code)); it is recorded as unknown")
    }
    if lookup.match == .none && lookup.location != nil { place = nil }
    return ScanEvent.byOperator(
      device: device ?? "keyboard", counter: argument.ledger.principal.name, round: round ?? 1,
      content: .scan(Scan(code: code, location: place)))
  }
}
