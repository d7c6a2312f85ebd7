import ArgumentParser
import Diagnostics
import Foundation
import Inventory

/// `tally stocktake replay`.
struct StocktakeReplay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "The reconciliation rules over a file, without a ledger.",
    discussion: """
      A file holds one scenario; standard input (-) one scenario a line, with one result a line. \
      docs/STOCKTAKE.md describes both.

        tally stocktake replay scenario.json
        tally stocktake replay - < scenarios.ndjson
      """)

  @Argument(help: "The file, or - for standard input.")
  var file: String

  func run() throws {
    guard file == "-" else { return StandardOutput.line(try Self.result(of: InputFile.read(file))) }
    var (line, refused) = (0, 0)
    while let scenario = readLine() {
      line += 1
      do {
        StandardOutput.line(try Self.result(of: Data(scenario.utf8)))
      } catch let fault as ReplayFault {
        refused += 1
        // A line for a line: whoever compares must not lose the count.
        StandardOutput.line(try JSONText.line(["error": fault.message]))
        Terminal.note("tally: line \(line): \(fault.message)")
      }
    }
    if refused > 0 { throw ExitStatus.doneWithNo.code }
  }

  private static func result(of scenario: Data) throws -> String {
    String(decoding: try ReplayScenario.parse(scenario).replayed().json(), as: UTF8.self)
  }
}
