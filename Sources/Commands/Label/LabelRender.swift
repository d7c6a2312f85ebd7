import ArgumentParser
import Diagnostics
import Foundation
import Intake
import Labels
import Tabular

/// `tally label render`.
struct LabelRender: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Makes a label of each row of a table.",
    discussion: """
      Writes one PNG a label, named from the template's “file:”, and DIR/manifest.ndjson with what \
      became of each row. A row that can't be printed correctly is refused, named, and stops none of \
      the others; the status is then 1.

        tally label render --template asset-tag --data assets.csv --out labels
        tally label render --template my.yaml --data - --out labels --verify < rows.ndjson
      """)

  @Option(help: "A file, or the name of a template in templates/.")
  var template: String

  @Option(help: "The rows: a CSV, JSON or NDJSON file, or - for standard input.")
  var data: String

  @Option(help: "The folder for the labels; it is made where it isn't there.")
  var out: String

  @Option(help: "The format of the labels: png.")
  var format: Format = .png

  @Option(help: "Printer dots an inch, in place of the template's.")
  var dpi: Int?

  @Option(help: "How many of each label.")
  var copies = 1

  @Option(help: "How many labels are worked on at a time (default: the number of cores).")
  var jobs: Int?

  @Flag(help: "Decode every label again before it counts.")
  var verify = false

  @OptionGroup var progress: ProgressOptions

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case png
  }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs must be 1 to 1024.") }
    if let dpi, !(72...2400).contains(dpi) { throw ValidationError("--dpi must be 72 to 2400.") }
    guard (1...10_000).contains(copies) else {
      throw ValidationError("--copies must be 1 to 10000.")
    }
  }

  func run() throws {
    var template = try LabelTemplate.read(try TemplateFinder.path(template))
    if let dpi { template = try template.with(dpi: dpi) }
    let batch = LabelBatch(
      template, into: out, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      copies: copies, verifier: verify ? LabelVerifier.verify : nil)
    let bar = Progress(total: nil, noun: "labels", isWanted: progress.wantsProgress)
    var rows = 0
    let done = try batch.run(
      RowReader(data),
      report: { Terminal.complain($0, in: data) },
      progress: { state in
        while rows < state.rows {
          bar.advance()
          rows += 1
        }
      })
    bar.finish()
    StandardOutput.line(
      "\(counted(done.files, "label")) in \(SafeText.terminal(out)), \(done.failed) of \(done.rows) rows refused"
    )
    if done.failed > 0 { throw ExitStatus.doneWithNo.code }
  }
}
