import ArgumentParser

/// How pictures become events of a stocktake.
struct IntakeOptions: ParsableArguments {
  @OptionGroup var ledger: LedgerOptions

  @Option(help: "The location that all the pictures show.")
  var location: String?

  @Flag(help: "Each picture shows the location that its folder is named after (…/HQ/2/201).")
  var locationsFromFolders = false

  @Option(
    help:
      "The device that took the pictures (default: camera; without a location one for each run).")
  var device: String?

  /// Whether an option was given that means something only for a stocktake.
  var isGiven: Bool {
    location != nil || locationsFromFolders || device != nil || ledger.ledger != nil
      || ledger.actor != nil
  }

  func validate() throws {
    if location != nil && locationsFromFolders {
      throw ValidationError("Give --location or --locations-from-folders, not both.")
    }
  }
}
