import Foundation
import Storage

extension LedgerStore {
  /// Writes the log, its checkpoints, its crops and the reports that were fixed, as they are in one state of the ledger.
  ///
  /// - Parameter take: is handed the bytes, in pieces.
  /// - Throws: `LedgerFault` `ledger.damaged` where an entry, a crop or a report isn't as it
  ///   was, or is gone.
  package func exportLog(to take: @escaping ([UInt8]) throws -> Void) throws -> LogExport.Summary {
    try database.read { connection in
      var writer = LogExportWriter(take)
      return try writer.write(connection)
    }
  }
}

/// Writes an export, line by line.
private struct LogExportWriter {
  private let take: ([UInt8]) throws -> Void
  private var waiting: [UInt8] = []
  private var frontier = TreeFrontier()
  /// Hashes of entries that are written and whose hashes aren't.
  private var leaves: [UInt8] = []
  private var named = NamedEvidence()

  private static let capacity = 1 << 16
  /// Earlier programs kept those of location labels too, which no entry names.
  private static let namedCrops: StaticString =
    "SELECT crop FROM scan_events WHERE crop IS NOT NULL"

  init(_ take: @escaping ([UInt8]) throws -> Void) { self.take = take }

  mutating func write(_ connection: Connection) throws -> LogExport.Summary {
    let header = try Self.header(connection)
    try line(header)
    try connection.forEach(StoredEntry.all) { try entry($0) }
    try writeLeaves()
    let root = try StoredTree(connection).tree(ofSize: header.entries).root()
    guard frontier.size == header.entries, frontier.root == root else {
      throw Self.damaged("The log isn't the one whose root the ledger keeps.")
    }
    try connection.forEach(
      "SELECT hash, png FROM crops WHERE hash IN (\(raw: Self.namedCrops)) ORDER BY hash"
    ) { row in
      try picture(row.text(0), row.blob(1))
    }
    try connection.forEach(
      "SELECT report_hash, report FROM stocktakes WHERE report IS NOT NULL ORDER BY report_hash"
    ) { try report(LogExport.Report(report: $0.text(0), text: $0.text(1))) }
    if let missing = named.missingCrop {
      throw Self.damaged("The crop \(missing), which came with an entry, is missing.")
    }
    if let missing = named.missingReport {
      throw Self.damaged("The report \(missing), which an entry names, is missing.")
    }
    try line(LogExport.End(end: LogExport.form))
    try take(waiting)
    return LogExport.Summary(
      entries: header.entries, crops: header.crops, reports: header.reports, root: root.base64)
  }

  private static func header(_ connection: Connection) throws -> LogExport.Header {
    let ((key, first), tree) = (try connection.logKeyRow(), try StoredTree(connection))
    let size = tree.frontier.size
    let crops = try connection.count(
      "SELECT COUNT(*) FROM crops WHERE hash IN (\(raw: namedCrops))")
    let reports = try connection.count("SELECT COUNT(*) FROM stocktakes WHERE report IS NOT NULL")
    let predecessors = try connection.predecessors()
    return LogExport.Header(
      export: LogExport.form, key: key.verifier.text,
      checkpoints: [first, try key.note(size: size, root: tree.tree(ofSize: size).root())],
      entries: size, crops: crops, reports: reports,
      predecessors: predecessors.isEmpty ? nil : predecessors)
  }

  private mutating func entry(_ row: SQLRow) throws {
    let seq = try row.int(0)
    guard seq == frontier.size + 1, let entry = try StoredEntry.bytes(row),
      !entry.bytes.contains(0x0A)
    else {
      throw Self.damaged("Entry \(min(seq, frontier.size + 1)) is missing or was changed.")
    }
    try put(entry.bytes)
    entry.bytes.withUnsafeBytes { named.add(from: $0) }
    let leaf = LogHash.leaf(entry.bytes)
    frontier.append(leaf) { _ in }
    leaves += leaf.bytes
    if leaves.count == LogExport.entriesOfLeaves * LogHash.length { try writeLeaves() }
  }

  private mutating func writeLeaves() throws {
    guard !leaves.isEmpty else { return }
    try line(LogExport.Leaves(leaves: Data(leaves).base64EncodedString()))
    leaves.removeAll(keepingCapacity: true)
  }

  private mutating func picture(_ hash: String, _ png: [UInt8]) throws {
    guard Crop(png: png).hash == hash, named.takeCrop(hash) else {
      throw Self.damaged("The crop \(hash) isn't what its hash says, or no entry names it.")
    }
    try line(LogExport.Picture(crop: hash, png: Data(png).base64EncodedString()))
  }

  private mutating func report(_ report: LogExport.Report) throws {
    guard report.isAsFixed, named.takeReport(report.report) else {
      throw Self.damaged(
        "The report \(report.report) isn't what its hash says, or no entry names it.")
    }
    try line(report)
  }

  private mutating func line(_ value: some Encodable) throws {
    try put(Array(CanonicalJSON.data(value)))
  }

  private mutating func put(_ bytes: [UInt8]) throws {
    waiting += bytes
    waiting.append(0x0A)
    guard waiting.count >= Self.capacity else { return }
    try take(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  private static func damaged(_ what: String) -> LedgerFault {
    LedgerFault(
      code: "ledger.damaged",
      message: "\(what) Nothing was exported; tally ledger verify says more. Restore the ledger "
        + "from a backup.")
  }
}
