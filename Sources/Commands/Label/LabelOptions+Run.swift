import Labels

extension LabelOptions {
  /// Makes the labels, tells of rows that are refused, and says what was done.
  ///
  /// - Parameter summary: what was made, as the beginning of a sentence.
  func run(
    to destination: LabelDestination, summary: (LabelBatch.Progress) -> String
  ) throws {
    let template = try readTemplate()
    if serialFrom != nil, !template.isCounting {
      throw InputFault(
        code: "label.counter-missing",
        message: "--serial-from needs a template with the counter {n} in one of its texts; "
          + "\(quoted(self.template)) has none.")
    }
    Interruption.listen()
    let batch = LabelBatch(template, to: destination, settings)
    let bar = Progress(total: count, noun: "labels", isWanted: progress.wantsProgress)
    let done = try batch.run(
      try source(), shouldStop: { Interruption.isRequested },
      register: try registrar(for: template),
      report: { fault in
        bar.finish()
        if let data { Terminal.complain(fault, in: data) } else { Terminal.complain(fault) }
      },
      progress: { bar.show(done: $0.rows) })
    bar.finish()
    StandardOutput.line("\(summary(done)), \(done.failed) of \(done.rows) rows refused")
    try Interruption.endIfRequested()
    if done.failed > 0 { throw ExitStatus.doneWithNo.code }
  }
}
