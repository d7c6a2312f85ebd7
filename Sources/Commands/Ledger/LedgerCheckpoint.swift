import ArgumentParser
import Ledger

/// `tally ledger checkpoint`.
struct LedgerCheckpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint", abstract: "Signs how many entries the log has, and which.",
    discussion: """
      Keep checkpoints where nobody who can write to the ledger can write to them: printed, mailed, \
      in another system. tally ledger verify --checkpoint then finds out whether the log was \
      written anew.

        tally ledger checkpoint --out 2026-11-21.checkpoint
      """)

  @Option(help: "Write to a file.")
  var out: String?

  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let note = try ledger.existing().checkpoint()
    guard let out, out != "-" else { return StandardOutput.text(note) }
    try OutputFile.write(note, to: out)
  }
}
