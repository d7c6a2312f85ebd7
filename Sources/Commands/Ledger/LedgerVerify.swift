import ArgumentParser
import Ledger

/// `tally ledger verify`.
struct LedgerVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Finds out whether log and books are as they were written.",
    discussion: """
      Hashes every entry again and names the first that was changed, taken away or slipped in. Then \
      the log is played into an empty ledger in the folder for temporary files (TMPDIR), and the \
      books are compared with those, row by row; --log-only leaves that out. With a checkpoint that \
      was kept elsewhere it also finds a log that was written anew as a whole. With --proof no \
      ledger is needed.

        tally ledger verify
        tally ledger verify --checkpoint 2026-11-21.checkpoint
        tally ledger verify --proof entry-17.json --key tallymark.local/ledger/…
        tally ledger verify --export 2026-11-21.ndjson --key tallymark.local/ledger/…
      """)

  @Option(help: "A checkpoint of this ledger, which its log must go on from.")
  var checkpoint: String?

  @Option(help: "A proof, which is checked without a ledger; needs --key.")
  var proof: String?

  @Option(help: "An exported ledger, which is checked without a ledger.")
  var export: String?

  @Option(help: "The ledger's public key (tally ledger info), as you know it from elsewhere.")
  var key: String?

  @Flag(help: "Leave the books out.")
  var logOnly = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if proof != nil, key == nil { throw ValidationError("--proof needs --key.") }
    if proof != nil, checkpoint != nil {
      throw ValidationError("--proof brings its own checkpoint; leave out --checkpoint.")
    }
    if key != nil, proof == nil, checkpoint == nil, export == nil {
      throw ValidationError("--key needs --proof, --checkpoint or --export.")
    }
    if export != nil, proof != nil || checkpoint != nil {
      throw ValidationError("--export brings its own checkpoints; leave out the others.")
    }
  }

  func run() throws {
    if let export { return try checkExport(export) }
    if let proof, let key { return try checkProof(proof, VerifierKey(key)) }
    let store = try ledger.existing()
    let audit: LogAudit
    do {
      let checkpoint = try openedCheckpoint(store)
      audit =
        try logOnly
        ? store.audit(against: checkpoint) : store.auditWithBooks(against: checkpoint)
    } catch let fault as LedgerFault where fault.code == "note.unsigned" {
      try no(fault)
    }
    let books = logOnly ? "" : ", and the books are those that they lead to"
    let sentence =
      audit.finding?.message
      ?? "All \(audit.entries) entries are as they were written\(books). Root: \(audit.root)"
    try output.say([sentence], audit)
    if !audit.isIntact { throw ExitStatus.doneWithNo.code }
  }

  private func openedCheckpoint(_ store: LedgerStore) throws -> Checkpoint? {
    guard let checkpoint else { return nil }
    let note = String(decoding: try InputFile.read(checkpoint), as: UTF8.self)
    if let key { return try Checkpoint.opening(note, with: VerifierKey(key)) }
    let info = try store.info()
    let keys = try ([info.verifierKey] + (info.formerKeys ?? [])).map { try VerifierKey($0) }
    let signers = try SignedNote(note: note).signatures.map(\.name)
    // By whoever it says that it is signed, where that is this ledger or one that it was made of.
    let signer = keys.first { signers.contains($0.name) } ?? keys[0]
    return try Checkpoint.opening(note, with: signer)
  }

  /// Without a key it is only sure that the file is whole.
  private func checkExport(_ path: String) throws {
    do {
      var reader = try LogExportReader(path: path, key: key.map { try VerifierKey($0) })
      let summary = try reader.check()
      if key == nil { Terminal.noteOfTrust(inKeyOfFile: reader.namedKey) }
      try output.say(
        [
          "All \(summary.entries) entries, \(counted(summary.crops, "crop")) and "
            + "\(counted(summary.reports, "report")) are as they were exported. Root: \(summary.root)"
        ], summary)
    } catch let fault as LedgerFault where ["export.damaged", "note.unsigned"].contains(fault.code)
    {
      try no(fault)
    }
  }

  private func checkProof(_ path: String, _ key: VerifierKey) throws {
    let file = try ProofFile(try InputFile.read(path))
    do {
      try output.say([try sentence(file, key)], ProofVerdict(proven: true, message: nil))
    } catch let fault as LedgerFault where ["proof.wrong", "note.unsigned"].contains(fault.code) {
      try no(fault)
    }
  }

  private func sentence(_ file: ProofFile, _ key: VerifierKey) throws -> String {
    switch file {
    case .inclusion(let proof):
      let size = try proof.check(with: key).size
      return "Proven: entry \(proof.seq) stands in the log of \(size) entries."
    case .consistency(let proof):
      let (first, second) = try proof.check(with: key)
      return "Proven: the log of \(first.size) entries is the beginning of the one of "
        + "\(second.size)."
    }
  }

  /// Says no, with the reason.
  private func no(_ fault: LedgerFault) throws -> Never {
    try output.say([fault.message], ProofVerdict(proven: false, message: fault.message))
    throw ExitStatus.doneWithNo.code
  }
}

/// Whether a proof or a checkpoint holds.
private struct ProofVerdict: Encodable {
  let proven: Bool
  let message: String?
}
