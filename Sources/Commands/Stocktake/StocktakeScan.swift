import ArgumentParser

/// `tally stocktake scan`.
struct StocktakeScan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Counts from pictures: tally scan … --stocktake S.",
    discussion: """
      Scanning the same pictures again adds nothing. A picture's result is printed when its events \
      are on the disk.

        tally stocktake scan "Autumn count" photos --locations-from-folders
        tally stocktake scan "Autumn count" shelf.jpg --location HQ/2/201
      """)

  @Argument(help: "The stocktake's name or number.")
  var stocktake: String

  @Argument(help: "Pictures, folders, or - for a list of paths on standard input.")
  var paths: [String]

  @OptionGroup var scanning: ScanOptions
  @OptionGroup var intake: IntakeOptions

  func run() throws {
    try StocktakeScanRun(
      options: scanning, intake: intake, paths: paths, stocktake: stocktake
    ).run()
  }
}
