import ArgumentParser
import Diagnostics
import Foundation
import Labels

/// `tally label print`.
struct LabelPrint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Prints a label of each row of a table.",
    discussion: """
      Makes the same labels as “tally label render”. A printer on the network gets ZPL as the labels \
      are made; a queue of CUPS gets a PDF, or ZPL with --raw. A row that can't be printed correctly \
      is refused, named, and stops none of the others; the status is then 1. With --ledger the labels \
      are registered as issued before they are sent, and as printed when the printer has taken all.

        tally label print --template asset-tag --data assets.csv --printer tcp://10.0.0.7
        tally label print --template asset-sheet --data assets.csv --printer cups:office
        tally label print --template asset-tag --data assets.csv --printer cups:Zebra --raw
      """)

  @OptionGroup var labels: LabelOptions

  @OptionGroup var sheet: SheetOptions

  @Option(help: "tcp://HOST:PORT (port 9100 unless given; IPv6 in brackets) or cups:QUEUE.")
  var printer: String

  @Option(help: "zpl, zpl-fields or, only through CUPS, pdf (default: pdf through CUPS, else zpl).")
  var format: LabelFormat?

  @Flag(help: "CUPS gets ZPL and gives it to the printer as it is.")
  var raw = false

  @Option(help: "A file that tells what became of each row.")
  var manifest: String?

  @Option(help: "Seconds that the printer may take nothing, before it is given up.")
  var timeout = 60

  func validate() throws {
    guard (1...86_400).contains(timeout) else {
      throw ValidationError("--timeout must be 1 to 86400.")
    }
    guard chosenFormat.isStream || chosenFormat == .pdf && isQueue && !raw else {
      throw ValidationError(
        "--format must be zpl or zpl-fields, or pdf for a queue of CUPS without --raw.")
    }
    guard chosenFormat == .pdf || !sheet.isAsked else {
      throw ValidationError("Sheets are pages: --sheet and its options go with PDF through CUPS.")
    }
    guard isQueue || !raw else { throw ValidationError("--raw is for queues of CUPS.") }
    guard !labels.resume || manifest != nil && !isQueue else {
      throw ValidationError(
        "--resume needs the --manifest of what was printed, on a printer on the network.")
    }
  }

  private var isQueue: Bool { printer.hasPrefix("cups:") }
  private var chosenFormat: LabelFormat { format ?? (isQueue && !raw ? .pdf : .zpl) }

  func run() throws {
    switch try PrinterAddress(printer) {
    case .network(let host, let port):
      let line = LabelDestination.PrinterLine(
        host: host, port: port, timeout: .seconds(timeout))
      // Where the printer stops taking labels this throws, and all keep the state that they had.
      var registered: [Int] = []
      let done = try labels.make(
        to: .printer(line, chosenFormat, manifest: manifest),
        onRegistered: { registered += $0 })
      try labels.markPrinted(registered)
      try labels.end(done, "\(counted(done.labels, "label")) sent to \(quoted(printer))")
    case .queue(let name): try print(on: PrinterQueue(name))
    }
  }

  /// All labels are made before the first is sent.
  private func print(on queue: PrinterQueue) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tally-print-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = "\(folder)/labels"
    var registered: [Int] = []
    let done = try labels.make(
      to: chosenFormat == .pdf
        ? .document(file, try sheet.placing(of: try labels.readTemplate()))
        : .file(file, chosenFormat),
      onRegistered: { registered += $0 })
    guard done.labels > 0, !Interruption.isRequested else {
      try tell(.refused(Self.interrupted), of: file)
      return try labels.end(done, "0 labels sent to \(quoted(printer))")
    }
    let receipt: PrinterQueue.Receipt
    do {
      receipt = try queue.send(
        file, title: "tally \(labels.template)", isRaw: chosenFormat != .pdf,
        timeout: .seconds(timeout))
    } catch let fault as any Fault {
      try tell(.refused(fault), of: file)
      throw fault
    }
    try labels.markPrinted(registered)
    try tell(.sent(queue: printer, job: receipt.job), of: file)
    try labels.end(
      done, "\(counted(done.labels, "label")) sent to \(quoted(printer)) (\(receipt.words))")
  }

  /// Writes the manifest of labels that were made as a file and sent, or not.
  private func tell(_ ending: PrintedManifest.Ending, of file: String) throws {
    guard let manifest else { return }
    try PrintedManifest(ending).write(from: "\(file).manifest.ndjson", to: manifest)
  }

  /// Of labels that were made in a run that was then ended.
  private static var interrupted: InputFault {
    InputFault(
      code: "printer.interrupted", message: "The run was interrupted; nothing was sent.")
  }
}
