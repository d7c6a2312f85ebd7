import ArgumentParser
import Diagnostics
import Foundation
import Labels

/// `tally label render`.
struct LabelRender: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Makes a label of each row of a table.",
    discussion: """
      Writes a file a label into a folder, named from the template's “file:”, or one file with all \
      labels; and DIR/manifest.ndjson or FILE.manifest.ndjson with what became of each row. A row that \
      can't be printed correctly is refused, named, and stops none of the others; the status is then \
      1. With --ledger the labels are registered as issued, before they are written.

        tally label render --template asset-tag --data assets.csv --out labels
        tally label render --template asset-tag --data assets.csv --format zpl --out labels.zpl
        tally label render --template asset-sheet --data assets.csv --format pdf --out tags.pdf
        tally label render --template my.yaml --data - --out labels --verify < rows.ndjson
        tally label render --template spare.yaml --serial-from 1000 --count 50 --out spares
      """)

  @OptionGroup var labels: LabelOptions

  @OptionGroup var sheet: SheetOptions

  @Option(
    help:
      "The folder for the labels, made where it isn't there; of pdf, zpl and zpl-fields the file.")
  var out: String

  @Option(help: "The format of the labels: png, svg, pdf, zpl or zpl-fields.")
  var format: LabelFormat = .png

  func validate() throws {
    guard out != "-" else {
      throw ValidationError(
        "Labels go to files, with a manifest beside them: give --out a folder's or a file's name.")
    }
    guard format == .pdf || !sheet.isAsked else {
      throw ValidationError("Sheets are pages: --sheet and its options go with --format pdf.")
    }
    guard format != .pdf || !labels.resume else {
      throw ValidationError("A PDF is made anew each time; --resume goes with the other formats.")
    }
  }

  func run() throws {
    let destination = try destination()
    try refuseOverwriting(by: destination)
    let done = try labels.make(to: destination)
    try labels.end(
      done,
      done.labels == 0 && format == .pdf
        ? "no labels, so no \(SafeText.terminal(out))"
        : "\(counted(done.labels, "label")) in \(SafeText.terminal(out))")
  }

  /// What is read can't be written over meanwhile.
  private func refuseOverwriting(by destination: LabelDestination) throws {
    let path = { (name: String) in
      URL(fileURLWithPath: name).standardizedFileURL.resolvingSymlinksInPath().path
    }
    let read = (labels.data.map { [$0] } ?? []) + [try TemplateFinder.path(labels.template)]
    let hasFolder = format == .png || format == .svg
    let written = [hasFolder ? nil : out, destination.manifest].compactMap { $0 }
    let paths = Set(written.map(path))
    guard let both = read.first(where: { paths.contains(path($0)) }) else { return }
    throw InputFault(
      code: "label.out-is-input",
      message: "\(SafeText.terminal(both)) would be written over while it is read; give --out "
        + "another name.")
  }

  private func destination() throws -> LabelDestination {
    if format == .pdf { return .document(out, try sheet.placing(of: try labels.readTemplate())) }
    return format.isStream ? .file(out, format) : .folder(out, format)
  }
}

extension LabelFormat: ExpressibleByArgument {}
