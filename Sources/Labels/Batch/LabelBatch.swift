package import Imaging
import Tabular

/// Makes labels of rows, and a manifest that says what became of each.
///
/// Rows stream in and labels stream out: memory doesn't grow with the table, but for a few bytes a
/// label that see to it that no two rows write one file. The same rows give the same bytes with any
/// number of jobs.
package struct LabelBatch: Sendable {
  /// Decodes a label again: true where all its codes came back, false where one didn't, nil where
  /// no reader knows them.
  package typealias Verifier = @Sendable (Bitmap, [LabelCode]) throws -> Bool?

  /// Is told of labels before they are written, some hundred at a time.
  package typealias Registrar = ([RegisteredLabel]) throws -> Void

  /// How labels are made.
  package struct Settings: Sendable {
    /// How many threads make labels.
    package var jobs: Int
    /// Labels a row, in place of what the template says; nil: what it says, else one.
    package var copies: Int?
    /// What the counter says on the first label.
    package var firstNumber: Int
    /// Decodes each label before it counts.
    package var verifier: Verifier?
    /// Whether a batch that was interrupted goes on where it was.
    package var resumes: Bool

    /// Settings, the usual ones unless said otherwise.
    package init(
      jobs: Int = 1, copies: Int? = nil, firstNumber: Int = 1, verifier: Verifier? = nil,
      resumes: Bool = false
    ) {
      (self.jobs, self.copies, self.firstNumber) = (max(jobs, 1), copies, firstNumber)
      (self.verifier, self.resumes) = (verifier, resumes)
    }
  }

  /// How far a batch has come.
  package struct Progress: Sendable, Equatable {
    /// Rows that are done, with or without a label.
    package var rows = 0
    /// Rows that were refused.
    package var failed = 0
    /// Labels written, copies counted.
    package var labels = 0

    /// A count, from nothing unless said otherwise.
    package init(rows: Int = 0, failed: Int = 0, labels: Int = 0) {
      (self.rows, self.failed, self.labels) = (rows, failed, labels)
    }
  }

  let template: LabelTemplate
  let destination: LabelDestination
  let settings: Settings

  /// A batch; nothing is made or opened yet.
  package init(
    _ template: LabelTemplate, to destination: LabelDestination, _ settings: Settings = Settings()
  ) {
    (self.template, self.destination, self.settings) = (template, destination, settings)
  }

  /// Makes the labels of all rows; a bad row is listed in the manifest and reported, and doesn't stop
  /// the others.
  ///
  /// - Parameters:
  ///   - shouldStop: asked again and again; where it says yes no row is begun any more, and the
  ///     function returns when those under way are written.
  ///   - register: a label that exists without being registered would be taken for a foreign one, so
  ///     it comes first: what it throws ends the batch before these labels are written.
  ///   - report: told of each row that is refused, in order.
  ///   - progress: told whenever some more rows are done.
  /// - Throws: `TemplateFault` or `LabelFault` where the batch as a whole can't be written; a
  ///   fault of the template or the table's columns is thrown before any file is made.
  package func run(
    _ source: LabelSource, shouldStop: () -> Bool = { false },
    register: Registrar? = nil, report: (LabelFault) -> Void = { _ in },
    progress: (Progress) -> Void = { _ in }
  ) throws -> Progress {
    try source.refuseUnfit(template)
    if case .table(let rows) = source { rows.leaveOut(allBut: Set(template.fields.map(\.name))) }
    let uses = PDFFontUses()
    var workers: [BatchWorker] = []
    for _ in 0..<settings.jobs {
      workers.append(try BatchWorker(template, settings, destination, uses: uses))
    }
    // A PDF is made anew: its end depends on all that stands before.
    let resumes = settings.resumes && destination.format != .pdf
    let origins = LabelOrigins(template, settings, destination.format)
    let manifest = try ManifestFile(destination.manifest, resuming: resumes ? origins : nil)
    let output = try destination.open(
      template, keepingContent: manifest.isContinued, uses: uses)
    try manifest.open()
    var run = BatchRun(
      source, self, output: output, manifest: manifest, pool: BatchPool(workers))
    do {
      return try run.finish(
        shouldStop: shouldStop, register: register, report: report, progress: progress)
    } catch {
      // A PDF is there when it is complete, or not at all; so is its manifest.
      if destination.format == .pdf { manifest.remove() }
      throw error
    }
  }
}
