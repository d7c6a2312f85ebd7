import ArgumentParser
import Diagnostics
import Foundation
import Scanning

/// `tally scan-worker`: the process behind `tally scan --isolate`; nobody calls it by hand.
struct ScanWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan-worker", abstract: "Decodes pictures for tally scan --isolate.",
    discussion: "Started by tally scan; it speaks with it through pipes.", shouldDisplay: false)

  @Argument(help: "What is to be done with each picture, as JSON.")
  var task: String

  func run() throws {
    let task: ScanTask
    do {
      task = try JSONDecoder().decode(ScanTask.self, from: Data(self.task.utf8))
    } catch {
      throw ValidationError("scan-worker is started by tally scan --isolate, not by hand.")
    }
    try ScanWorker(scanner: task.scanner()).run()
  }
}
