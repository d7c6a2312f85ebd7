import ArgumentParser
import Ledger
import Storage

/// `tally ledger import`.
struct LedgerImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Makes a new ledger of an exported one.",
    discussion: """
      The new ledger has every entry of the old one, byte for byte, so its checkpoints and proofs \
      hold on; from here on it signs with a key of its own. It is there when all of it was checked, or \
      not at all. With --key, the old ledger's public key as you know it from elsewhere, it is also \
      sure whose export it is.

        tally ledger import 2026-11-21.ndjson --ledger new.sqlite
        tally ledger import 2026-11-21.ndjson --ledger 'postgres://ann@db/tallymark?schema=hq'
        gunzip -c 2026-11-21.ndjson.gz | tally ledger import - --ledger new.sqlite
      """)

  @Argument(help: "The exported file, or - for standard input.")
  var file: String

  @Option(help: "The exported ledger's public key (tally ledger info), as you know it.")
  var key: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let key = try key.map { try VerifierKey($0) }
    let imported = try LedgerStore.importLog(
      LogExportReader(path: file, key: key), to: ledger.address)
    if key == nil { Terminal.noteOfTrust(inKeyOfFile: imported.importedKey) }
    try output.say(
      [
        "\(quoted(try ledger.address.description)): \(counted(imported.entries, "entry", "entries")), "
          + "\(counted(imported.crops, "crop")), \(counted(imported.reports, "report")), verified. "
          + "Root: \(imported.root)",
        "From now on it signs with the key \(imported.verifierKey)",
      ], imported)
  }
}

extension Terminal {
  /// Says that nothing from elsewhere was asked for.
  static func noteOfTrust(inKeyOfFile key: String) {
    note(
      "Whose export it is was taken from the file itself: the ledger of the key \(key). Compare it, "
        + "or give --key.")
  }
}
