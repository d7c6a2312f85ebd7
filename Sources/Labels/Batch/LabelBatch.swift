import Diagnostics
import Foundation
package import Imaging
package import Tabular

/// Renders a table into a folder of pictures with a manifest.
///
/// Rows stream in, a window at a time: memory doesn't grow with the table, but for a few bytes a
/// row that see to it that no two rows write one file. The same rows give the same bytes with any
/// number of jobs.
package struct LabelBatch: Sendable {
  /// Decodes a label again: true where all its codes came back, false where one didn't, nil where
  /// no reader knows them.
  package typealias Verifier = @Sendable (Bitmap, [LabelCode]) throws -> Bool?

  /// How far a batch has come.
  package struct Progress: Sendable, Equatable {
    /// Rows that are done, with or without a label.
    package var rows = 0
    /// Rows without a label.
    package var failed = 0
    /// Pictures written.
    package var files = 0

    /// A count, from nothing unless said otherwise.
    package init(rows: Int = 0, failed: Int = 0, files: Int = 0) {
      (self.rows, self.failed, self.files) = (rows, failed, files)
    }
  }

  /// The name of the manifest in the folder.
  package static let manifestName = "manifest.ndjson"

  private let template: LabelTemplate
  private let folder: String
  private let jobs: Int
  private let copies: Int
  private let verifier: Verifier?
  /// Rows a job and window: enough that waiting for the slowest job at its end costs little.
  private static let rowsPerJob = 64

  /// A batch into a folder, which is made where it isn't there.
  package init(
    _ template: LabelTemplate, into folder: String, jobs: Int, copies: Int = 1,
    verifier: Verifier? = nil
  ) {
    precondition(jobs > 0 && copies > 0)
    (self.template, self.folder, self.jobs, self.copies) = (template, folder, jobs, copies)
    self.verifier = verifier
  }

  /// Renders all rows; a bad row is listed in the manifest and reported, and doesn't stop the
  /// others.
  ///
  /// - Parameters:
  ///   - report: told of each row without a label, in order.
  ///   - progress: told after each window of rows.
  /// - Throws: `TemplateFault` or `LabelFault` where the batch as a whole can't be written; a
  ///   fault of the template or the table's columns is thrown before any file is made.
  package func run(
    _ rows: RowReader, report: (LabelFault) -> Void = { _ in },
    progress: (Progress) -> Void = { _ in }
  ) throws -> Progress {
    try refuseMissingColumns(rows)
    let pool = try BatchPool(template, jobs: jobs, copies: copies, verifier: verifier)
    try makeFolder()
    let manifest = try OutputFile("\(folder)/\(Self.manifestName)")
    var claims = FileClaims()
    var done = Progress()
    while let window = nextWindow(of: rows) {
      var labels = pool.render(window)
      for index in labels.indices { labels[index].claimFiles(&claims) }
      try pool.write(labels, into: folder)
      try manifest.write(Array(labels.map(\.manifestLines).joined().utf8))
      for label in labels { done.count(label, report: report) }
      progress(done)
    }
    return done
  }
}

extension LabelBatch.Progress {
  fileprivate mutating func count(_ row: BatchRow, report: (LabelFault) -> Void) {
    rows += 1
    switch row.outcome {
    case .success(let picture): files += picture.files.count
    case .failure(let fault):
      failed += 1
      report(fault)
    }
  }
}

extension LabelBatch {
  private func refuseMissingColumns(_ rows: RowReader) throws(LabelFault) {
    guard let columns = rows.columns else { return }
    let missing = template.fields.filter {
      $0.isRequired && $0.standard.isEmpty && !columns.contains($0.name)
    }
    guard let first = missing.first else { return }
    throw LabelFault(
      code: "label.column-missing",
      message: "\(rows.name) has no column \(SafeText.quoted(first.name)), which the template "
        + "\(template.file) requires.\(Suggestion.hint(for: first.name, among: columns)) Columns: "
        + columns.map(SafeText.terminal).joined(separator: ", ") + ".")
  }

  private func makeFolder() throws(LabelFault) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LabelFault(
        code: "label.unwritable",
        message:
          "the folder \(SafeText.quoted(folder)) can't be made; is there a file of its name, "
          + "or no permission?")
    }
  }

  private func nextWindow(of rows: RowReader) -> [Result<TableRow, TableFault>]? {
    var window: [Result<TableRow, TableFault>] = []
    while window.count < Self.rowsPerJob * jobs, let row = rows.next() { window.append(row) }
    return window.isEmpty ? nil : window
  }
}
