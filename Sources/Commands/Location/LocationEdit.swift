import ArgumentParser
import Ledger

/// `tally location edit`.
struct LocationEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Renames a location, or moves it in the tree.",
    discussion: """
      The code stays: it is on the location's label. What lies in a location moves with it.

        tally location edit HQ/2/201 --name "Library" --kind office
        tally location edit SHELF-7 --parent HQ/2
        tally location edit COLD-STORE --root
      """)

  @Argument(help: "The location's code.")
  var code: String

  @Option(help: "What people call it from now on.")
  var name: String?

  @Option(help: "\(Location.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: Location.Kind?

  @Option(help: "The code of the location that it lies in from now on.")
  var parent: String?

  @Flag(help: "It lies in no other location from now on.")
  var root = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard parent == nil || !root else {
      throw ValidationError("Give either --parent or --root.")
    }
    guard name != nil || kind != nil || parent != nil || root else {
      throw ValidationError("Say what changes: --name, --kind, --parent or --root.")
    }
  }

  func run() throws {
    let change = LocationChange(
      name: name, kind: kind, place: root ? .root : parent.map { .within($0) })
    let location = try ledger.existing().editLocation(code, change, by: ledger.principal)
    try LocationList.listing.print([location], as: output.chosen)
  }
}
