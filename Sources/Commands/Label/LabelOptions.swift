import ArgumentParser
import Foundation
import Intake
import Labels
import Ledger
import Tabular

/// What labels are made of and how: the same for files and for printers.
struct LabelOptions: ParsableArguments {
  @Option(help: "A file, or the name of a template in templates/.")
  var template: String

  @Option(help: "The rows: a CSV, JSON or NDJSON file, or - for standard input.")
  var data: String?

  @Option(help: "What the counter {n} of the template says on the first label (default: 1).")
  var serialFrom: Int?

  @Option(help: "How many labels without data, for tags that are assigned later.")
  var count: Int?

  @Option(help: "Printer dots an inch, in place of the template's.")
  var dpi: Int?

  @Option(help: "How many of each label (default: as the template says, else 1).")
  var copies: Int?

  @Option(help: "How many labels are worked on at a time (default: the number of cores).")
  var jobs: Int?

  @Flag(help: "Decode every label again before it counts.")
  var verify = false

  @Flag(help: "Go on with a batch that was interrupted, from where it was.")
  var resume = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    try refuse(jobs, "--jobs", outside: 1...1024)
    try refuse(dpi, "--dpi", outside: 72...2400)
    try refuse(copies, "--copies", outside: 1...10_000)
    try refuse(count, "--count", outside: 1...100_000_000)
    try refuse(serialFrom, "--serial-from", outside: 0...999_999_999_999_999)
    guard (data == nil) != (count == nil) else {
      throw ValidationError(
        "Give either --data with rows, or --count with a number of labels without data.")
    }
  }

  private func refuse(_ number: Int?, _ option: String, outside range: ClosedRange<Int>) throws {
    guard let number, !range.contains(number) else { return }
    throw ValidationError("\(option) must be \(range.lowerBound) to \(range.upperBound).")
  }

  /// The template, at the resolution that was asked for.
  func readTemplate() throws -> LabelTemplate {
    let template = try LabelTemplate.read(try TemplateFinder.path(template))
    return try dpi.map { try template.with(dpi: $0) } ?? template
  }

  var settings: LabelBatch.Settings {
    LabelBatch.Settings(
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, copies: copies,
      firstNumber: serialFrom ?? 1, verifier: verify ? LabelVerifier.verify : nil,
      resumes: resume)
  }

  /// What registers the labels, where a ledger is named.
  ///
  /// - Parameter onRegistered: told what the ledger calls them.
  func registrar(
    for template: LabelTemplate, onRegistered: @escaping ([Int]) -> Void
  ) throws -> LabelBatch.Registrar? {
    guard ledger.ledger != nil else { return nil }
    let (store, principal) = (try ledger.createdIfMissing(), ledger.principal)
    return {
      onRegistered(try LabelRegistrar.register($0, of: template, in: store, by: principal))
    }
  }

  /// Says in the ledger, where one is named, that a printer took labels.
  func markPrinted(_ labels: [Int]) throws {
    guard !labels.isEmpty else { return }
    try ledger.existing().markPrinted(labels, by: ledger.principal)
  }

  func source() throws -> LabelSource {
    if let data { return .table(try RowReader(data)) }
    return .numbers(count ?? 0)
  }
}
