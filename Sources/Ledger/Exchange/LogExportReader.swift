import Diagnostics
import Foundation

/// Reads an exported log and checks all of it: entries against their leaves and the checkpoints,
/// crops and reports against their hashes.
package struct LogExportReader {
  /// What a file has beside its own form.
  enum Item {
    /// The bytes that are hashed; valid in the closure that gets them.
    case entry(UnsafeRawBufferPointer)
    case crop(Crop)
    /// The report of a stocktake that was closed, with its hash.
    case report(hash: String, text: String)
  }

  private let file: LineFile
  private let header: LogExport.Header
  private let checkpoints: [Checkpoint]
  private let decoder = JSONDecoder()
  private var frontier = TreeFrontier()
  /// Hashes of entries that no line of leaves was compared with.
  private var waiting: [LogHash] = []
  /// A checkpoint that isn't of these entries.
  private var mismatch: Checkpoint?
  private var crops = 0
  private var reports = 0

  /// Opens a file.
  ///
  /// - Parameter key: the ledger's public key as it is known from elsewhere; nil for the one that
  ///   the file itself names, which then proves nothing but that the file is whole.
  /// - Throws: `LedgerFault` `export.unreadable`, `export.form`; `note.unsigned` for checkpoints that
  ///   the key didn't sign.
  package init(path: String, key: VerifierKey?) throws {
    file = try LineFile(path: path)
    let first = try file.next()?.bytes
    guard let first, let header = try? decoder.decode(LogExport.Header.self, from: Data(first)),
      header.export == LogExport.form
    else {
      throw LedgerFault(
        code: "export.form",
        message: "\(SafeText.terminal(path)) is no exported ledger of this version: its first line "
          + "must say “\(LogExport.form)” (tally ledger export).")
    }
    self.header = header
    let key = try key ?? VerifierKey(header.key)
    checkpoints = try header.checkpoints.map { try Checkpoint.opening($0, with: key) }
    guard checkpoints.map(\.size).max() == header.entries else {
      throw LedgerFault(
        code: "export.damaged",
        message: "The file has no checkpoint of its \(header.entries) entries.")
    }
  }

  /// Reads the file to its end.
  ///
  /// - Throws: `LedgerFault` `export.damaged`, which names the first entry that isn't right.
  package mutating func check() throws -> LogExport.Summary { try read { _ in } }

  /// Reads the file to its end and hands out what is in it; only at the end it is known to be right.
  mutating func read(_ body: (Item) throws -> Void) throws -> LogExport.Summary {
    var hasEnded = false
    compareRoot()
    while !hasEnded, let line = try file.next() {
      guard line.isWhole else { throw cutOff() }
      if line.bytes.starts(with: Self.entryStart) {
        try entry(line.bytes)
        try body(.entry(line.bytes))
      } else {
        hasEnded = try take(Data(line.bytes), body)
      }
    }
    guard hasEnded, try file.next() == nil else { throw cutOff() }
    return try summary()
  }

  private static let entryStart = Array(#"{"kind":""#.utf8)

  private mutating func entry(_ bytes: UnsafeRawBufferPointer) throws {
    let seq = frontier.size + 1
    let end = Array(",\"seq\":\(seq)}".utf8)
    guard seq <= header.entries, bytes.count > end.count, bytes.suffix(end.count).elementsEqual(end)
    else { throw damaged("entry \(min(seq, header.entries)) is missing or isn't the one here") }
    let leaf = LogHash.leaf(Array(bytes))
    waiting.append(leaf)
    frontier.append(leaf) { _ in }
    compareRoot()
  }

  /// Takes a line that is no entry; true for the last one.
  private mutating func take(_ line: Data, _ body: (Item) throws -> Void) throws -> Bool {
    if let leaves = try? decoder.decode(LogExport.Leaves.self, from: line) {
      try compare(Data(base64Encoded: leaves.leaves))
    } else if let picture = try? decoder.decode(LogExport.Picture.self, from: line) {
      let crop = Data(base64Encoded: picture.png).map { Crop(png: Array($0)) }
      guard let crop, crop.hash == picture.crop else {
        throw damaged("the crop \(SafeText.terminal(picture.crop)) isn't what its hash says")
      }
      crops += 1
      try body(.crop(crop))
    } else if let report = try? decoder.decode(LogExport.Report.self, from: line) {
      guard report.isAsFixed else {
        throw damaged("the report \(SafeText.terminal(report.report)) isn't what its hash says")
      }
      reports += 1
      try body(.report(hash: report.report, text: report.text))
    } else if let end = try? decoder.decode(LogExport.End.self, from: line) {
      return end.end == LogExport.form
    } else {
      throw damaged("nothing that belongs here follows entry \(frontier.size)")
    }
    return false
  }

  private mutating func compare(_ kept: Data?) throws {
    let first = frontier.size - waiting.count + 1
    for (index, leaf) in waiting.enumerated() {
      let place = index * LogHash.length
      guard let kept, kept.count >= place + LogHash.length,
        kept[place..<place + LogHash.length].elementsEqual(leaf.bytes)
      else { throw damaged("entry \(first + index) isn't the one that was exported") }
    }
    guard kept?.count == waiting.count * LogHash.length else {
      throw damaged("entry \(frontier.size + 1) is missing")
    }
    waiting.removeAll(keepingCapacity: true)
    try refuseMismatch()
  }

  /// Notes where a root differs: what it is told of only once the leaves have said which entry it is.
  private mutating func compareRoot() {
    mismatch =
      mismatch
      ?? checkpoints.first { $0.size == frontier.size && $0.root != frontier.root }
  }

  private func refuseMismatch() throws {
    guard let mismatch else { return }
    // Whoever changed entries has changed their leaves, too.
    throw damaged(
      "the first \(mismatch.size) entries aren't those that the checkpoint was signed for")
  }

  private func summary() throws -> LogExport.Summary {
    guard frontier.size == header.entries, waiting.isEmpty else { throw cutOff() }
    try refuseMismatch()
    guard crops == header.crops, reports == header.reports else {
      throw damaged(
        "\(crops) crops and \(reports) reports are here, and \(header.crops) and "
          + "\(header.reports) were exported")
    }
    return LogExport.Summary(
      entries: frontier.size, crops: crops, reports: reports, root: frontier.root.base64)
  }

  private func cutOff() -> LedgerFault {
    damaged("the file was cut off after entry \(frontier.size)")
  }

  private func damaged(_ what: String) -> LedgerFault {
    LedgerFault(
      code: "export.damaged", message: "The file is damaged: line \(file.number): \(what).")
  }
}
