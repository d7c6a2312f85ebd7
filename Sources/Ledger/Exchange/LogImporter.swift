import Storage

/// Brings what an export has into an empty ledger.
final class LogImporter {
  private let reader: LogExportReader
  private let dialect: Dialect
  /// Runs a step in a transaction: in one of its own, or in the one for all.
  private let write: ((Connection) throws -> Void) throws -> Void
  private var entries: [LoggedEntry] = []
  private var crops: [Crop] = []
  /// The bytes of those crops.
  private var weight = 0

  /// So many entries are played in one transaction, so that its log doesn't grow without end.
  private static let group = 20_000
  /// Crops of so many bytes.
  private static let heaviest = 4 << 20

  init(
    _ reader: LogExportReader, _ dialect: Dialect,
    write: @escaping ((Connection) throws -> Void) throws -> Void
  ) {
    (self.reader, self.dialect, self.write) = (reader, dialect, write)
  }

  func run() throws -> LogImport {
    var reader = reader
    let summary = try reader.read { try self.take($0) }
    try play()
    try keepCrops()
    var imported: LogImport?
    try write { connection in
      try connection.keep(reader.predecessors)
      try self.dialect.catchUp(AssetWords.index, connection, rows: 1)
      try Self.compare(connection, summary)
      imported = LogImport(
        entries: summary.entries, crops: summary.crops, reports: summary.reports,
        root: summary.root, verifierKey: try connection.logKey().verifier.text,
        importedKey: reader.predecessors.last?.key ?? "")
    }
    guard let imported else {
      throw StorageFault(code: "ledger.refused", message: "A step was not run.")
    }
    return imported
  }

  private func take(_ item: LogExportReader.Item) throws {
    switch item {
    case .entries(let more):
      entries += more
      if entries.count >= Self.group { try play() }
    case .crop(let crop):
      crops.append(crop)
      weight += crop.png.count
      if weight >= Self.heaviest { try keepCrops() }
    case .report(let hash, let text):
      try play()
      try write { try Self.keepReport($0, hash, text) }
    }
  }

  private func play() throws {
    guard !entries.isEmpty else { return }
    try write { connection in
      let replay = try LedgerReplay(into: connection)
      for entry in self.entries { try replay.take(entry) }
      try replay.keep()
    }
    entries.removeAll(keepingCapacity: true)
  }

  private func keepCrops() throws {
    guard !crops.isEmpty else { return }
    try write { connection in
      let table = CropTable(connection: connection)
      for crop in self.crops { try table.keep(crop) }
    }
    crops.removeAll(keepingCapacity: true)
    weight = 0
  }

  /// The report of a stocktake whose closing is in the log, with the report's hash.
  private static func keepReport(_ connection: Connection, _ hash: String, _ text: String) throws {
    let kept = try connection.changes(
      "UPDATE stocktakes SET report = \(text) WHERE report_hash = \(hash) AND report IS NULL")
    guard kept == 1 else {
      throw LedgerFault(
        code: "export.damaged",
        message: "The file is damaged: no stocktake was closed with the report \(hash).")
    }
  }

  /// Reads the log back, and compares it with that of the file.
  private static func compare(_ connection: Connection, _ summary: LogExport.Summary) throws {
    var auditor = LogAuditor(connection, nil)
    let finding = try auditor.finding()
    guard finding == nil, auditor.frontier.root.base64 == summary.root else {
      throw LedgerFault(
        code: "import.different",
        message: "The new ledger's log isn't the one that was exported, so nothing was kept: "
          + (finding?.message ?? "its root is \(auditor.frontier.root.base64)."))
    }
  }
}
