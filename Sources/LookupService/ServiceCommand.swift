package import ArgumentParser
import Diagnostics
import Foundation
import Hummingbird
import Ledger
import Logging
import NIOCore
import ServiceLifecycle
import Storage
import UnixSignals

/// The program `tallyd`.
package struct ServiceCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "tallyd", abstract: "Serves lookups, scan events and reports of one ledger.",
    discussion: """
      On this machine only, and without accounts: whoever reaches it acts as you. Ctrl-C (or SIGTERM) \
      lets requests under way finish. The log goes to standard error, a JSON object a line.

        tallyd --ledger tally.sqlite
        tallyd --ledger tally.sqlite --listen 127.0.0.1:9090
        curl 'http://127.0.0.1:8080/api/v1/lookups/assets/?barcode=AST-000017'
      """)

  @Option(
    help:
      "The ledger: a SQLite file, or postgres://… (default: TALLY_LEDGER, else tally.sqlite here)."
  )
  var ledger: String?

  @Option(
    help: "Where to listen (default: TALLY_LISTEN, else 127.0.0.1:8080; port 0: any free one).")
  var listen: String?

  @Option(name: .customLong("as"), help: "Who acts (default: TALLY_AS, else your login name).")
  var actor: String?

  @Option(help: "What the log holds: debug, info (each request), warning or error.")
  var logLevel = LogLevel.info

  package init() {}

  package func run() async throws {
    let address = try LedgerAddress(
      ledger ?? Self.environment("TALLY_LEDGER") ?? "tally.sqlite")
    var settings = ServiceSettings(
      operatorName: actor ?? Self.environment("TALLY_AS") ?? NSUserName())
    if let text = listen ?? Self.environment("TALLY_LISTEN") {
      settings.listen = try ListenAddress(text)
    }
    let store = try LedgerStore(at: address, .existing)
    let output = LogOutput(descriptor: STDERR_FILENO)
    defer { output.flush() }
    let level = logLevel.level
    let logger = Logger(label: "tallyd") { label in
      JSONLogHandler(label: label, level: level, output: output)
    }
    try await serve(store, address, settings, logger, level <= .info ? output : nil)
  }

  private func serve(
    _ store: LedgerStore, _ ledger: LedgerAddress, _ settings: ServiceSettings, _ logger: Logger,
    _ requestLog: LogOutput?
  ) async throws {
    let address = settings.listen
    let application = try buildApplication(
      settings, store: store, ledgerPath: ledger.path, logger: logger, requestLog: requestLog
    ) { port in
      // Standard output is a pipe for whoever started the service and waits for this line.
      let line =
        "Serving \(SafeText.terminal(ledger.description)) at http://\(address.authority(port: port))/\n"
      FileHandle.standardOutput.write(Data(line.utf8))
    }
    var group = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    group.maximumGracefulShutdownDuration = .seconds(settings.shutdownTimeout)
    do {
      try await ServiceGroup(configuration: group).run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw ServiceFault.portTaken(address.authority(port: address.port))
    }
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// How much the log holds.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
  case debug, info, warning, error

  var level: Logger.Level {
    switch self {
    case .debug: .debug
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}

extension ServiceCommand {
  /// Runs the program and ends it with the status of `docs/CLI.md`.
  package static func start() async -> Never {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let fault as any Fault {
      FileHandle.standardError.write(Data("tallyd: \(fault.message)\n".utf8))
      Foundation.exit(2)
    } catch {
      exit(withError: error)
    }
    Foundation.exit(0)
  }
}
