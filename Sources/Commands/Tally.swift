package import ArgumentParser
import Diagnostics
import Foundation

/// The command line `tally`.
package struct Tally: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Prints labels, reads barcodes from pictures, keeps the books, and counts.",
    discussion: """
      Typical first steps:
        tally asset import assets.csv
        tally label render --template asset-tag --data assets.csv --out labels
        tally stocktake open "Autumn count" --scope HQ
        tally stocktake scan "Autumn count" photos --locations-from-folders
        tally stocktake report "Autumn count"
      """,
    // What it says of zbar takes two more processes, which nobody else shall wait for.
    version: CommandLine.arguments.contains("--version")
      ? ProgramVersion.text : ProgramVersion.number,
    subcommands: [
      ScanCommand.self, LookupCommand.self, LabelCommand.self, AssetCommand.self,
      LocationCommand.self, StockCommand.self, StocktakeCommand.self, LedgerCommand.self,
      ServeCommand.self,
      EncodeCommand.self, ValidateCommand.self, GS1Command.self, SymbologiesCommand.self,
      ScanWorkerCommand.self,
    ])

  package init() {}

  /// Runs the program and ends it with the status of `docs/CLI.md`.
  package static func start() -> Never {
    do {
      var command = try parseAsRoot()
      defer { StandardOutput.flush() }
      try command.run()
    } catch let error where ExitStatus.isForArgumentParser(error) {
      exit(withError: error)
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      Terminal.complain(error)
      Foundation.exit(ExitStatus.of(error).rawValue)
    }
    Foundation.exit(ExitStatus.done.rawValue)
  }
}

extension ExitStatus {
  /// Whether an error is a request for help or wrong usage, which the parser knows how to show.
  fileprivate static func isForArgumentParser(_ error: any Error) -> Bool {
    let isOurs = error is any Fault || error is ExitCode
    return !isOurs
      && (error is CleanExit || error is ValidationError
        || [ExitStatus.done.code, ExitStatus.usage.code].contains(Tally.exitCode(for: error)))
  }
}
