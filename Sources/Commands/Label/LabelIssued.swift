import ArgumentParser
import Ledger
import Reports

/// `tally label issued`.
struct LabelIssued: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issued", abstract: "Lists the labels that the ledger knows.",
    discussion: "  tally label issued --state printed --format csv")

  @Option(help: "\(LabelState.allCases.map(\.rawValue).joined(separator: ", ")).")
  var state: LabelState?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Listing.labels.print(ledger.existing().labels(in: state), as: output.chosen)
  }
}

extension LabelState: ExpressibleByArgument {}

extension Listing where Item == LabelStatus {
  static var labels: Listing<LabelStatus> {
    Listing(columns: [
      .init("code") { $0.codes.last ?? "" },
      .init("state", colour: { $0.state.isEnded ? .warning : nil }) { $0.state.rawValue },
      .init("asset") { $0.asset ?? "" }, .init("template") { $0.template },
      .init("row", isNumber: true) { "\($0.row)" },
      .init("copies", isNumber: true) { "\($0.copies)" },
      .init("first seen") { $0.firstSeen ?? "" },
    ])
  }
}
