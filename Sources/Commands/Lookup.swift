import ArgumentParser
import Diagnostics
import Inventory
import Ledger

/// `tally lookup`.
struct LookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup", abstract: "Tells what a code leads to.",
    discussion: """
      Takes what a scanner reads: a tag, a label's URL, a GTIN, with or without symbology identifier. \
      Ends with 0 for one match, with 1 for none or several.

        tally lookup AST-000017
        tally lookup https://assets.example.org/a/AST-000017 --format json
      """)

  @Argument(help: "The code, as it was read or typed.")
  var code: String

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let lookup = try ledger.existing().lookup(code)
    switch output.chosen {
    case .table: try printForPeople(lookup)
    case .csv: try Listing.assets.print(lookup.results, as: .csv)
    case .json: StandardOutput.line(try JSONText.pretty(lookup))
    case .ndjson: StandardOutput.line(try JSONText.line(lookup))
    }
    if lookup.match != .one { throw ExitStatus.doneWithNo.code }
  }

  private func words(_ label: IssuedLabel) -> String {
    "It is on \(counted(label.copies, "label")) of the template \(quoted(label.template)), "
      + "issued \(label.issuedAt) by \(quoted(label.issuedBy))." + (ending(of: label) ?? "")
  }

  /// What became of a label whose life has ended; nil for all others.
  private func ending(of label: IssuedLabel) -> String? {
    guard label.state.isEnded else { return nil }
    let by = label.replacedBy.map { " by \(quoted($0))" } ?? ""
    let reason = label.reason.map { " (\(SafeText.terminal($0)))" } ?? ""
    return " It was \(label.state.rawValue)\(by)\(reason); nobody should come across it."
  }

  private func printForPeople(_ lookup: Lookup) throws {
    switch lookup.match {
    case .one:
      try AssetCard.print(lookup.results, as: .table)
      if let label = lookup.label { StandardOutput.line(words(label)) }
    case .many:
      StandardOutput.line(
        "\(lookup.results.count) assets have the code \(quoted(lookup.canonical)):")
      try Listing.assets.print(lookup.results, as: .table)
    case .none:
      if let location = lookup.location {
        StandardOutput.line("\(quoted(location)) is a location.")
      } else if let part = lookup.part {
        StandardOutput.line(
          "\(quoted(part.code)) is the part \(quoted(part.name)); tally stock list tells how much of "
            + "it is where.")
        if let label = lookup.label { StandardOutput.line(words(label)) }
      } else {
        let kind = lookup.unknown.map { " (\($0.rawValue))" } ?? ""
        StandardOutput.line("No asset has the code \(quoted(lookup.code))\(kind).")
        if let label = lookup.label { StandardOutput.line(words(label)) }
      }
    }
  }
}
