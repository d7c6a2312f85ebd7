import Labels
import Tabular

extension LabelOptions {
  /// Makes the labels, and tells of rows that are refused.
  ///
  /// - Parameter onRegistered: told what a ledger that is named calls the labels.
  func make(
    to destination: LabelDestination, onRegistered: @escaping ([Int]) -> Void = { _ in }
  ) throws -> LabelBatch.Progress {
    let template = try readTemplate()
    if serialFrom != nil, !template.isCounting {
      throw InputFault(
        code: "label.counter-missing",
        message: "--serial-from needs a template with the counter {n} in one of its texts; "
          + "\(quoted(self.template)) has none.")
    }
    Interruption.listen()
    let batch = LabelBatch(template, to: destination, settings)
    let source = try source()
    var rows = 0
    let bar = Progress(
      total: source.rows(after: rows), noun: "rows", isWanted: progress.wantsProgress)
    defer { bar.finish() }
    return try batch.run(
      source, shouldStop: { Interruption.isRequested },
      register: try registrar(for: template, onRegistered: onRegistered),
      report: { fault in
        bar.finish()
        if let data { Terminal.complain(fault, in: data) } else { Terminal.complain(fault) }
      },
      progress: {
        rows = $0.rows
        bar.show(done: rows)
      })
  }

  /// Says what was done, and ends with the status of it.
  ///
  /// - Parameter summary: what was made, as the beginning of a sentence.
  func end(_ done: LabelBatch.Progress, _ summary: String) throws {
    StandardOutput.line("\(summary), \(done.failed) of \(done.rows) rows refused")
    try Interruption.endIfRequested()
    if done.failed > 0 { throw ExitStatus.doneWithNo.code }
  }
}

extension LabelSource {
  /// How many rows there will be, judged by those that are done and the part of the file that they
  /// were; nil where that can't be said.
  fileprivate func rows(after done: Int) -> Int? {
    switch self {
    case .numbers(let count): count
    case .table(let reader):
      reader.fractionRead.flatMap { $0 > 0.001 && done > 0 ? Int(Double(done) / $0) : nil }
    }
  }
}
