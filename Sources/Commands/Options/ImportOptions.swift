import ArgumentParser
import Diagnostics
import Foundation
import Intake
import Ledger
import Storage

/// What is kept of an import.
struct ImportOptions: ParsableArguments {
  @Flag(help: "Take all rows, or none where one of them is bad.")
  var atomic = false

  @Flag(help: "Show what would be made and changed, and write nothing.")
  var dryRun = false

  func validate() throws {
    if atomic, dryRun { throw ValidationError("--dry-run takes nothing; leave out --atomic.") }
  }

  var mode: ImportMode { dryRun ? .rehearsal : atomic ? .atomic : .rowByRow }

  /// The ledger; nil where there is none yet.
  func existing(_ ledger: LedgerOptions) throws -> LedgerStore? {
    do {
      return try ledger.existing()
    } catch let fault as StorageFault where fault.code == "ledger.missing" {
      return nil
    }
  }

  /// Runs an import on the ledger, which is made where there is none; a dry run gets an empty one
  /// instead, which is thrown away.
  func withLedger<Value>(
    _ ledger: LedgerOptions, _ existing: LedgerStore?, _ body: (LedgerStore) throws -> Value
  ) throws -> Value {
    if let existing { return try body(existing) }
    guard dryRun else { return try body(ledger.createdIfMissing()) }
    let folder = NSTemporaryDirectory() + "tally-dry-run-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(LedgerStore(file: folder + "/empty.sqlite", .createIfMissing))
  }

  /// Says what was done, or would be.
  func sentences(_ summary: ImportSummary) -> [String] {
    let counts =
      "\(summary.created) created, \(summary.changed) changed, \(summary.unchanged) unchanged, "
      + "\(summary.refused) refused" + (dryRun ? " (dry run: nothing was written)" : "")
    guard !summary.locations.isEmpty else { return [counts] }
    let codes = summary.locations.map { SafeText.terminal($0) }.joined(separator: ", ")
    return [counts, "\(counted(summary.locations.count, "location")) made: \(codes)"]
  }

  /// Says in which writing categories are kept.
  func noteWritings(_ summary: ImportSummary, _ progress: ProgressOptions) {
    for (category, kept) in summary.categoryWritings.sorted(by: { $0.key < $1.key }) {
      progress.note(
        "The category \(SafeText.quoted(category)) is kept as \(SafeText.quoted(kept)), as it was "
          + "first written.")
    }
  }

  /// Names the columns that no import knows.
  func noteIgnored(_ summary: ImportSummary, _ map: ColumnMap, _ progress: ProgressOptions) {
    guard !summary.ignoredColumns.isEmpty else { return }
    let names = summary.ignoredColumns.map { column in
      let near = Suggestion.nearest(to: column, among: map.known)
      return SafeText.quoted(column) + (near.map { " (did you mean \($0)?)" } ?? "")
    }
    progress.note(
      "Passed over, since an import knows no such columns: \(names.joined(separator: ", ")). "
        + "--map gives them a meaning.")
  }
}
