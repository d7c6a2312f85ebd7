import ArgumentParser
import Storage
import Tabular

/// Where an exported table goes, and how it is written.
struct TableOutputOptions: ParsableArguments {
  @Option(help: "csv, json or ndjson (default: as the file's name says, else csv).")
  var format: TableFormat?

  @Option(help: "Write to a file, all or nothing (default, and for -: standard output).")
  var out: String?

  /// Has a table written to where it was asked for.
  func write(_ table: (TableFormat, @escaping ([UInt8]) throws -> Void) throws -> Int) throws {
    guard let out, out != "-" else {
      _ = try table(format ?? .csv, StandardOutput.bytes)
      return
    }
    let file = try GrowingFile(at: out)
    _ = try table(format ?? TableFormat(path: out) ?? .csv, file.write)
    try file.publish(replacing: true)
  }
}
