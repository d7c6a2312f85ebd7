import ArgumentParser
import Inventory
import Ledger

/// `tally asset attach`.
struct AssetAttach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Adds codes that lead to an asset.",
    discussion: """
      A code of one thing (an older tag, an RFID tag, a serial number of GS1, a label that was issued) \
      may lead to one asset only; a code of a product (GTIN, SKU) may be on many.

        tally asset attach AST-000017 SP-0008
        tally asset attach AST-000017 4006381333931 --kind product
      """)

  @Argument(help: "The asset's tag, another code of it, its number or its id.")
  var code: String

  @Argument(help: "The codes to add.")
  var codes: [String]

  @Option(help: "physical (on this one thing) or product (on every thing of its kind).")
  var kind = AssetCode.Kind.physical

  @Option(help: "Why; it stands in the history.")
  var note: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let step = AssetStep.attach(codes.map { AssetCode($0, kind: kind) })
    try AssetStepReport(names: [code]).print(
      ledger.existing().take(step, with: [code], note: note, by: ledger.principal),
      as: output.chosen)
  }
}

extension AssetCode.Kind: ExpressibleByArgument {}
