import ArgumentParser
import Diagnostics
import Ledger

/// What the commands have in common that take a step with assets.
struct AssetStepOptions: ParsableArguments {
  @Argument(help: "Tags, other codes, numbers or ids.")
  var codes: [String]

  @Option(help: "Why; it stands in the history.")
  var note: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  /// Takes the step with each asset, and prints those that it was taken with.
  func take(_ step: AssetStep) throws {
    let store = try ledger.existing()
    try AssetStepReport(names: codes).print(
      store.take(step, with: codes, note: note, by: ledger.principal), as: output.chosen)
  }

  func validate() throws {
    if codes.isEmpty { throw ValidationError("Name at least one asset.") }
  }
}

/// What became of a step with several assets.
struct AssetStepReport {
  let names: [String]

  /// Prints the assets as they are now, and on standard error what was refused.
  ///
  /// - Throws: the fault where all was refused, status 1 where something was.
  func print(_ results: [AssetStepResult], as format: OutputFormat) throws {
    let faults = results.compactMap(\.fault)
    let assets = results.compactMap(\.asset)
    if assets.isEmpty, faults.count == 1 { throw faults[0] }
    for (name, result) in zip(names, results) {
      switch result {
      case .refused(let fault): Terminal.complain(fault)
      case .unchanged: Terminal.note("\(quoted(name)): nothing changed, the books said so before.")
      case .taken: break
      }
    }
    if !assets.isEmpty { try Listing.assets.print(assets, as: format) }
    guard faults.isEmpty else {
      throw (assets.isEmpty ? ExitStatus.refused : ExitStatus.doneWithNo).code
    }
  }
}

extension AssetStepResult {
  fileprivate var fault: LedgerFault? {
    if case .refused(let fault) = self { fault } else { nil }
  }

  fileprivate var asset: AssetDetails? {
    switch self {
    case .taken(let asset), .unchanged(let asset): asset
    case .refused: nil
    }
  }
}
