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
}
