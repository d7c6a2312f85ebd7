import ArgumentParser
import Ledger

/// `tally location add`.
struct LocationAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Makes a location.",
    discussion: """
      A code with slashes lies in the part before the last slash, which is made where it is missing.

        tally location add HQ/2/201 --name "Meeting room"
        tally location add COLD-STORE --kind warehouse
        tally location add SHELF-7 --kind shelf --parent COLD-STORE
      """)

  @Argument(help: "The code: unique, and what the location's label says.")
  var code: String

  @Option(help: "What people call it (default: the last part of the code).")
  var name: String?

  @Option(
    help: "\(Location.Kind.allCases.map(\.rawValue).joined(separator: ", ")) (default: room).")
  var kind: Location.Kind?

  @Option(help: "The code of the location that it lies in.")
  var parent: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let draft = LocationDraft(code: code, name: name, kind: kind, parent: parent)
    try draft.check()
    let created = try ledger.createdIfMissing().addLocation(draft, by: ledger.principal)
    try LocationList.listing.print(created, as: output.chosen)
  }
}

extension Location.Kind: ExpressibleByArgument {}
