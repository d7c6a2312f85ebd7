import ArgumentParser

/// `tally scan`.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Reads barcodes from pictures.",
    discussion: """
      Folders are searched with all that lies in them. A picture that can't be read is named and \
      stops none of the others; the status is then 1.

        tally scan photo.jpg
        tally scan photos --format csv > codes.csv
        find . -name '*.png' | tally scan - --symbologies qr-code,code-128
        find . -name '*.jpg' -print0 | tally scan - --null --unordered
        tally scan inbox --watch --isolate
        tally scan photos --annotate annotated
        tally scan photos --stocktake "Autumn count" --locations-from-folders
      """)

  @Argument(help: "Pictures, folders, or - for a list of paths on standard input.")
  var paths: [String]

  @OptionGroup var scanning: ScanOptions
  @OptionGroup var intake: IntakeOptions

  @Option(help: "Feed this stocktake of the ledger.")
  var stocktake: String?

  func validate() throws {
    if stocktake == nil, intake.isGiven {
      throw ValidationError(
        "--location, --locations-from-folders, --device, --ledger and --as go with --stocktake.")
    }
  }

  func run() throws {
    guard let stocktake else { return try ScanRun(options: scanning, paths: paths).run() }
    try StocktakeScanRun(
      options: scanning, intake: intake, paths: paths, stocktake: stocktake
    ).run()
  }
}
