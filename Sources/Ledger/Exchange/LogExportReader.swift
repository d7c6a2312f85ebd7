import Diagnostics
import Foundation

/// Reads an exported log and checks all of it: entries against their leaves and the checkpoints,
/// crops and reports against their hashes.
package struct LogExportReader {
  /// What a file has beside its own form.
  enum Item {
    /// Entries that follow each other, as they were exported: their leaves say so.
    case entries([LoggedEntry])
    case crop(Crop)
    /// The report of a stocktake that was closed, with its hash.
    case report(hash: String, text: String)
  }

  /// The ledger that was exported, and before it those that it was made of.
  let predecessors: [LogPredecessor]
  /// The public key that the file names as its ledger's.
  package var namedKey: String { header.key }
  /// The last line that was read, from 1.
  var line: Int { file.number }

  private let file: LineFile
  private let header: LogExport.Header
  private let checkpoints: [Checkpoint]
  private let decoder = JSONDecoder()
  private var frontier = TreeFrontier()
  /// Entries that no line of leaves was compared with.
  private var waiting: [(bytes: [UInt8], leaf: LogHash)] = []
  private var named = NamedEvidence()
  /// A checkpoint that isn't of these entries.
  private var mismatch: Checkpoint?
  private var crops = 0
  private var lastCrop = ""
  private var reports = 0

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: `-` for standard input.
  ///   - key: the ledger's public key as it is known from elsewhere; nil for the one that the
  ///     file itself names, which then proves nothing but that the file is whole.
  /// - Throws: `LedgerFault` `export.unreadable`, `export.form`, `export.newer`; `note.unsigned` for
  ///   checkpoints that the key didn't sign.
  package init(path: String, key: VerifierKey?) throws {
    file = try LineFile(path: path)
    let name = path == "-" ? "Standard input" : SafeText.terminal(path)
    guard let first = try file.next()?.bytes else { throw LogExport.Header.unknown(name) }
    header = try LogExport.Header(line: first, of: name)
    let key = try key ?? VerifierKey(header.key)
    checkpoints = try header.opened(with: key)
    predecessors =
      (header.predecessors ?? [])
      + [LogPredecessor(key: key.text, checkpoints: header.checkpoints)]
  }

  /// Reads the file to its end.
  ///
  /// - Throws: `LedgerFault` `export.damaged`, which names the first entry that isn't right.
  package mutating func check() throws -> LogExport.Summary { try read(nil) }

  /// Reads the file to its end and hands out what is in it.
  ///
  /// Each piece is what it was when it was exported; that they are the log that was signed is known at
  /// the end.
  mutating func read(_ body: ((Item) throws -> Void)?) throws -> LogExport.Summary {
    var hasEnded = false
    compareRoot()
    while !hasEnded, let line = try file.next() {
      guard line.isWhole else { throw cutOff() }
      if line.bytes.starts(with: Self.entryStart) {
        try entry(line.bytes)
      } else {
        hasEnded = try take(Data(line.bytes), body)
      }
    }
    guard hasEnded else { throw cutOff() }
    guard try file.next() == nil else { throw damaged("something follows its last line") }
    return try summary()
  }

  private static let entryStart = Array(#"{"kind":""#.utf8)

  private mutating func entry(_ bytes: UnsafeRawBufferPointer) throws {
    let seq = frontier.size + 1
    let end = Array(",\"seq\":\(seq)}".utf8)
    guard seq <= header.entries, bytes.count > end.count, bytes.suffix(end.count).elementsEqual(end)
    else { throw damaged("entry \(min(seq, header.entries)) is missing or isn't the one here") }
    guard waiting.count < LogExport.entriesOfLeaves, crops + reports == 0 else {
      throw damaged("entry \(seq) isn't where it belongs")
    }
    let bytes = Array(bytes)
    let leaf = LogHash.leaf(bytes)
    waiting.append((bytes, leaf))
    frontier.append(leaf) { _ in }
    compareRoot()
  }

  /// Takes a line that is no entry; true for the last one.
  private mutating func take(_ line: Data, _ body: ((Item) throws -> Void)?) throws -> Bool {
    if let leaves = try? decoder.decode(LogExport.Leaves.self, from: line) {
      try compare(Data(base64Encoded: leaves.leaves))
      try handOut(body)
    } else if let picture = try? decoder.decode(LogExport.Picture.self, from: line) {
      let crop = try crop(picture)
      try body?(.crop(crop))
    } else if let report = try? decoder.decode(LogExport.Report.self, from: line) {
      try take(report)
      try body?(.report(hash: report.report, text: report.text))
    } else if let end = try? decoder.decode(LogExport.End.self, from: line) {
      return end.end == LogExport.form
    } else {
      throw damaged("nothing that belongs here follows entry \(frontier.size)")
    }
    return false
  }
}

// MARK: Entries

extension LogExportReader {
  private mutating func compare(_ kept: Data?) throws {
    let first = frontier.size - waiting.count + 1
    for (index, entry) in waiting.enumerated() {
      let place = index * LogHash.length
      guard let kept, kept.count >= place + LogHash.length,
        kept[place..<place + LogHash.length].elementsEqual(entry.leaf.bytes)
      else { throw damaged("entry \(first + index) isn't the one that was exported") }
    }
    guard kept?.count == waiting.count * LogHash.length else {
      throw damaged("entry \(frontier.size + 1) is missing")
    }
    try refuseMismatch()
  }

  /// Hands out the entries whose leaves were compared.
  private mutating func handOut(_ body: ((Item) throws -> Void)?) throws {
    for entry in waiting { entry.bytes.withUnsafeBytes { named.add(from: $0) } }
    if let body {
      let first = frontier.size - waiting.count + 1
      try body(
        .entries(
          waiting.enumerated().map { index, entry in
            guard let entry = entry.bytes.withUnsafeBytes({ LoggedEntry(hashed: $0) }) else {
              throw damaged("entry \(first + index) isn't in the form that is hashed")
            }
            return entry
          }))
    }
    waiting.removeAll(keepingCapacity: true)
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
}

// MARK: Evidence

extension LogExportReader {
  private mutating func crop(_ picture: LogExport.Picture) throws -> Crop {
    let name = SafeText.terminal(picture.crop)
    let crop = Data(base64Encoded: picture.png).map { Crop(png: Array($0)) }
    guard let crop, crop.hash == picture.crop else {
      throw damaged("the crop \(name) isn't what its hash says")
    }
    guard named.takeCrop(crop.hash) else { throw damaged("no entry names the crop \(name)") }
    guard lastCrop < crop.hash else { throw damaged("the crop \(name) isn't where it belongs") }
    crops += 1
    lastCrop = crop.hash
    return crop
  }

  private mutating func take(_ report: LogExport.Report) throws {
    let name = SafeText.terminal(report.report)
    guard report.isAsFixed else { throw damaged("the report \(name) isn't what its hash says") }
    guard named.takeReport(report.report) else {
      throw damaged("no entry names the report \(name), or it is here twice")
    }
    reports += 1
  }
}

// MARK: The end

extension LogExportReader {
  private func summary() throws -> LogExport.Summary {
    guard frontier.size == header.entries, waiting.isEmpty else { throw cutOff() }
    try refuseMismatch()
    if let missing = named.missingCrop {
      throw damaged("the crop \(SafeText.terminal(missing)), which came with an entry, is missing")
    }
    if let missing = named.missingReport {
      throw damaged("the report \(SafeText.terminal(missing)), which an entry names, is missing")
    }
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
