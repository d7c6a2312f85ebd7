import ArgumentParser
import Ledger

/// `tally ledger conflicts`.
struct LedgerConflicts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "Lists edits that came too late to count.",
    discussion: """
      A field keeps the value that was written last, by the clocks of those who wrote; what a device \
      delivers later than a newer value is listed here.

        tally ledger conflicts
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Listing<EditConflict>(columns: [
      .init("asset") { $0.asset }, .init("field") { $0.field }, .init("value") { $0.value },
      .init("kept") { $0.kept }, .init("occurred at") { $0.occurredAt },
      .init("device") { $0.device }, .init("by") { $0.by },
      .init("entry", isNumber: true) { "\($0.seq)" },
      .init("kept entry", isNumber: true) { "\($0.keptSeq)" },
    ]).print(ledger.existing().conflicts(), as: output.chosen)
  }
}
