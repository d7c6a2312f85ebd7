import ArgumentParser
import Barcodes
import Foundation
import Scanning

/// How pictures are scanned and results printed.
struct ScanOptions: ParsableArguments {
  @Option(help: "table, ndjson or csv (default: table on a terminal, ndjson in a pipe).")
  var format: ScanFormat?

  @Option(
    help: ArgumentHelp(
      "Only these, separated by commas (default: those that tally symbologies marks as on).",
      valueName: "names"))
  var symbologies: String?

  @Option(
    help: "fast, balanced or thorough: how much time a picture that is hard to read may cost.")
  var effort = ScanEffort.balanced

  @Option(help: "How many pictures are worked on at a time (default: the number of cores).")
  var jobs: Int?

  @Flag(help: "Results in the order of the input (the default).")
  var ordered = false

  @Flag(help: "Results as they come.")
  var unordered = false

  @Flag(help: "Paths on standard input are separated by NUL, as find -print0 writes them.")
  var null = false

  @Flag(help: "Keep going with what comes into the folders, until Ctrl-C.")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "A folder for each picture with its symbols outlined and named.", valueName: "dir"))
  var annotate: String?

  @Flag(
    name: .customLong("code39-full-ascii"),
    help: "Read pairs of characters of Code 39 as the characters of ASCII that they stand for.")
  var code39FullASCII = false

  @OptionGroup var isolation: IsolationOptions
  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must be from 1 to 1024, got \(jobs).")
    }
    if ordered && unordered { throw ValidationError("Give --ordered or --unordered, not both.") }
  }

  func input(_ paths: [String]) throws -> PictureInput {
    let input = PictureInput(paths: paths, separatedByNUL: null, isWatched: watch)
    if watch && input.isList { throw ValidationError("--watch needs folders, not a list.") }
    if null && !input.isList { throw ValidationError("--null goes with - as the only path.") }
    return input
  }

  var chosenFormat: ScanFormat { format ?? (Terminal.isOutputScreen ? .table : .ndjson) }

  var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// What is looked for.
  func chosenSymbologies() throws -> Set<Symbology> {
    guard let symbologies else { return Set(Symbology.onByDefault) }
    let names = symbologies.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let chosen = try names.map { try Symbology.named($0) }
    if let unreadable = chosen.first(where: { !$0.facts.canRead }) {
      throw InputFault(
        code: "symbology.unreadable",
        message: "\(unreadable.rawValue) can't be read by this version; these can: "
          + Symbology.readable.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return Set(chosen)
  }
}

/// How the results of a scan are printed.
enum ScanFormat: String, CaseIterable, ExpressibleByArgument {
  case table, ndjson, csv
}
