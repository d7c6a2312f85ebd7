import Crypto
import Diagnostics
import Storage

/// Compares the books with those that the log leads to, and stops at the first difference.
struct BooksAuditor {
  /// The books as they are.
  let ledger: Connection
  /// Those that the log was played into.
  let replayed: Connection

  /// Tables that aren't books: the log, which has its own audit, what is kept by its hash, how the
  /// database came to its form, and how far its index has come.
  static let others = [
    "entries", "log_tiles", "log_head", "log_key", "log_predecessors", "crops",
    "ledger_migrations", "asset_words_index_mark",
  ]

  func finding() throws -> LogFinding? {
    for form in try replayed.tableForms() where !Self.others.contains(form.name) {
      if let finding = try finding(in: form) { return finding }
    }
    return try crops() ?? lostCrop() ?? reports()
  }

  /// Ends the reading of a table.
  private struct Difference: Error {
    let finding: LogFinding
  }

  private func finding(in form: TableForm) throws -> LogFinding? {
    var expected = ReplayedRows(replayed, form)
    // A report is no book; `reports` looks at it.
    let compared = form.columns.indices.filter {
      form.name != "stocktakes" || form.columns[$0] != "report"
    }
    do {
      try ledger.forEachRow(of: form) { row in
        let difference = try Self.difference(form, row, try expected.next(), compared)
        if let difference { throw Difference(finding: difference) }
      }
    } catch let difference as Difference {
      return difference.finding
    } catch let fault as StorageFault where fault.code == "ledger.damaged" {
      return .unreadable(form.name, fault)
    }
    return try expected.next().map { .missing(form, form.key(of: $0)) }
  }

  private static func difference(
    _ form: TableForm, _ row: [SQLValue], _ expected: [SQLValue]?, _ compared: [Int]
  ) throws -> LogFinding? {
    let key = form.key(of: row)
    guard let expected else { return .surplus(form, key) }
    let expectedKey = form.key(of: expected)
    if !key.elementsEqual(expectedKey, by: SQLValue.isSame(_:as:)) {
      let isSurplus = key.lexicographicallyPrecedes(expectedKey, by: SQLValue.isOrdered(_:before:))
      return isSurplus ? .surplus(form, key) : .missing(form, expectedKey)
    }
    guard let place = compared.first(where: { !SQLValue.isSame(row[$0], as: expected[$0]) }) else {
      return nil
    }
    return .changed(
      form, key, column: form.columns[place], is: row[place], not: expected[place])
  }

  private func crops() throws -> LogFinding? {
    var finding: LogFinding?
    try ledger.forEach("SELECT hash, png FROM crops ORDER BY hash") { row in
      guard finding == nil else { return }
      let hash = try row.text(0)
      if Crop(png: try row.blob(1)).hash != hash { finding = .crop(hash) }
    }
    return finding
  }

  /// A crop that came with its event and is gone.
  ///
  /// What an event names without that was never here.
  private func lostCrop() throws -> LogFinding? {
    var finding: LogFinding?
    try ledger.forEach(
      """
      SELECT e.seq, s.crop, e.payload FROM scan_events s JOIN entries e ON e.seq = s.seq
      WHERE s.crop IS NOT NULL AND NOT EXISTS (SELECT 1 FROM crops c WHERE c.hash = s.crop)
      ORDER BY e.seq
      """
    ) { row in
      guard finding == nil else { return }
      let recording = try CanonicalJSON.value(ScanRecording.self, row.text(2))
      guard recording.isCropKept == true else { return }
      finding = .lost(crop: try row.text(1), seq: try row.int(0))
    }
    return finding
  }

  /// A report's hash is over the report with an empty hash.
  private func reports() throws -> LogFinding? {
    var finding: LogFinding?
    try ledger.forEach(
      "SELECT number, report, report_hash FROM stocktakes WHERE report_hash IS NOT NULL"
    ) { row in
      guard finding == nil else { return }
      let hash = try row.text(2)
      let report = try row.optionalText(1) ?? ""
      let unsigned = Self.withoutHash(Array(report.utf8), #""hash":"\#(hash)""#)
      if "sha256:" + Hex.text(SHA256.hash(data: unsigned)) != hash {
        finding = .report(ofStocktake: try row.int(0))
      }
    }
    return finding
  }

  private static func withoutHash(_ report: [UInt8], _ hash: String) -> [UInt8] {
    guard let range = report.firstRange(of: Array(hash.utf8)) else { return report }
    var unsigned = Array(report[..<range.lowerBound])
    unsigned += #""hash":"""#.utf8
    unsigned += report[range.upperBound...]
    return unsigned
  }
}

/// The rows that the log leads to, some at a time.
private struct ReplayedRows {
  private let connection: Connection
  private let form: TableForm
  private var page: [[SQLValue]] = []
  private var place = 0
  private var isLast = false

  private static let length = 1000

  init(_ connection: Connection, _ form: TableForm) {
    (self.connection, self.form) = (connection, form)
  }

  mutating func next() throws -> [SQLValue]? {
    if place == page.count {
      guard !isLast else { return nil }
      page = try connection.rows(
        of: form, after: page.last.map { form.key(of: $0) }, limit: Self.length)
      (place, isLast) = (0, page.count < Self.length)
      if page.isEmpty { return nil }
    }
    place += 1
    return page[place - 1]
  }
}
