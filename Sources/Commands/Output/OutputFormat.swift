import ArgumentParser

/// How results are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, ndjson, json, csv

  /// What a person, or a program behind a pipe, gets without asking.
  static var usual: OutputFormat { Terminal.isOutputScreen ? .table : .ndjson }
}

/// `--format` of the commands that print a list.
struct OutputOptions: ParsableArguments {
  @Option(help: "table, ndjson, json or csv (default: table on a terminal, ndjson in a pipe).")
  var format: OutputFormat?

  var chosen: OutputFormat { format ?? .usual }

  /// Prints what a command did: a sentence for people, an object for programs.
  func say(_ sentences: [String], _ summary: some Encodable) throws {
    switch chosen {
    case .table, .csv: sentences.forEach(StandardOutput.line)
    case .json: StandardOutput.line(try JSONText.pretty(summary))
    case .ndjson: StandardOutput.line(try JSONText.line(summary))
    }
  }
}
