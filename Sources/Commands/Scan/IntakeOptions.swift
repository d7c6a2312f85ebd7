import ArgumentParser

/// How pictures become events of a stocktake.
struct IntakeOptions: ParsableArguments {
  @OptionGroup var ledger: LedgerOptions

  @Option(help: "The location that all the pictures show.")
  var location: String?

  @Flag(help: "Each picture shows the location that its folder is named after (…/HQ/2/201).")
  var locationsFromFolders = false

  @Option(help: "The device that took the pictures.")
  var device = "camera"

  func validate() throws {
    if location != nil && locationsFromFolders {
      throw ValidationError("Give --location or --locations-from-folders, not both.")
    }
  }
}
