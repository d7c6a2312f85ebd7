package import Diagnostics
package import Ledger

/// How an import goes on.
package enum ImportMode: Sendable {
  /// Good rows are kept, some hundred a transaction; bad ones stop none of them.
  case rowByRow
  /// All rows are kept, in one transaction, or none.
  case atomic
  /// Nothing is kept: what would be done is told.
  case rehearsal
}

/// What an import did, or would do.
package struct ImportSummary: Sendable, Equatable, Codable {
  package var created = 0
  package var changed = 0
  package var unchanged = 0
  package var refused = 0
  /// Locations that were made, by code.
  package var locations: [String] = []
  /// Columns that mean nothing to an import.
  package var ignoredColumns: [String] = []
  /// Categories that are kept in an earlier writing: how rows wrote them, and that writing.
  package var categoryWritings: [String: String] = [:]
  /// Whether nothing of it was kept.
  package var isRehearsal = false

  private enum CodingKeys: String, CodingKey {
    case created, changed, unchanged, refused, locations
    case ignoredColumns = "ignored_columns"
    case categoryWritings = "category_writings"
    case isRehearsal = "dry_run"
  }
}

/// What became of one row.
package struct ImportedRow: Sendable {
  package let line: Int
  /// The tag or code; nil where the row has none that could be read.
  package let key: String?
  /// Nil where the row was refused.
  package let difference: ImportDifference?
  /// Why it was refused; it names the line.
  package let fault: (any Fault)?
}

/// A row of a table on its way into the books.
struct PendingRow<Draft> {
  enum Content {
    case draft(Draft)
    case fault(any Fault)
  }

  let line: Int
  let key: String?
  let content: Content
}

/// Takes the rows of a table into the books, whatever they are about.
struct TableImport<Draft> {
  let store: LedgerStore
  let principal: Principal
  let mode: ImportMode
  /// Makes a draft of the next row; nil at the end.
  let next: () throws -> PendingRow<Draft>?
  /// Told the keys of rows before they are taken.
  let expect: (ImportStep, [String]) throws -> Void
  /// Takes a draft into the books.
  let takeDraft: (ImportStep, Draft) throws -> ImportDifference
  /// Where in the file a fault of the ledger belongs.
  let place: (LedgerFault, Draft) -> String
  let tell: (ImportedRow) throws -> Void

  private(set) var summary = ImportSummary()
  private var taken = TakenKeys()
  /// Lines of the keys that were taken in a transaction that may still fail.
  private var takenNow: [String: Int] = [:]

  /// Rows that are read before they are taken, and, row by row, of one transaction.
  private static var chunk: Int { 2000 }

  init(
    store: LedgerStore, principal: Principal, mode: ImportMode,
    next: @escaping () throws -> PendingRow<Draft>?,
    expect: @escaping (ImportStep, [String]) throws -> Void = { _, _ in },
    take: @escaping (ImportStep, Draft) throws -> ImportDifference,
    place: @escaping (LedgerFault, Draft) -> String,
    tell: @escaping (ImportedRow) throws -> Void
  ) {
    (self.store, self.principal, self.mode) = (store, principal, mode)
    (self.next, self.expect, takeDraft) = (next, expect, take)
    (self.place, self.tell) = (place, tell)
    summary.isRehearsal = mode == .rehearsal
  }

  /// Takes all rows.
  ///
  /// - Throws: `IntakeFault` `import.refused` where all or nothing was to be taken and a row was
  ///   refused; faults of the ledger that stop everything.
  mutating func run() throws {
    switch mode {
    case .rowByRow: try runRowByRow()
    case .atomic: try runWhole(.kept)
    case .rehearsal: try runWhole(.undone)
    }
  }

  private mutating func runRowByRow() throws {
    while let rows = try read() {
      let before = summary
      let told: [ImportedRow]
      do {
        told = try store.importing(.kept, by: principal) { try takeAll(rows, $0) }
      } catch let fault as any Fault where before.created + before.changed > 0 {
        // What was taken before is kept, so this is a “no” to some rows and no refusal as a whole.
        (summary, takenNow) = (before, [:])
        summary.refused += rows.count
        told = [ImportedRow(line: rows[0].line, key: nil, difference: nil, fault: fault)]
      }
      keepKeys()
      try told.forEach(tell)
    }
  }

  private mutating func runWhole(_ ending: ImportEnding) throws {
    try store.importing(ending, tellsChanges: ending == .undone, by: principal) { step in
      while let rows = try read() {
        try takeAll(rows, step).forEach(tell)
        keepKeys()
      }
      guard ending == .kept, summary.refused > 0 else { return }
      throw IntakeFault(
        code: "import.refused",
        message: "\(summary.refused) of \(summary.rows) rows were refused, so nothing was taken "
          + "(--atomic). Without --atomic the others are.")
    }
  }

  /// The next rows; nil at the end.
  ///
  /// They are read before the ledger is locked: whoever writes to a pipe may be slow.
  private func read() throws -> [PendingRow<Draft>]? {
    var rows: [PendingRow<Draft>] = []
    while rows.count < Self.chunk, let row = try next() { rows.append(row) }
    return rows.isEmpty ? nil : rows
  }

  private mutating func keepKeys() {
    for (key, line) in takenNow { taken.insert(key, line: line) }
    takenNow.removeAll(keepingCapacity: true)
  }

  private mutating func takeAll(
    _ rows: [PendingRow<Draft>], _ step: ImportStep
  ) throws -> [ImportedRow] {
    try expect(step, rows.compactMap(\.key))
    var told: [ImportedRow] = []
    for row in rows { told.append(try take(row, step)) }
    return told
  }

  private mutating func take(_ row: PendingRow<Draft>, _ step: ImportStep) throws -> ImportedRow {
    switch row.content {
    case .fault(let fault): return refusal(of: row, fault)
    case .draft(let draft):
      if let key = row.key, let line = takenNow[key] ?? taken.line(of: key) {
        return refusal(of: row, IntakeFault.repeated(key, row.line, in: line))
      }
      let difference = try takeDraft(step, draft)
      summary.locations += difference.locations
      switch difference.verdict {
      case .created: summary.created += 1
      case .changed: summary.changed += 1
      case .unchanged: summary.unchanged += 1
      case .refused(let fault):
        return refusal(
          of: row,
          IntakeFault(code: fault.code, message: "\(place(fault, draft)): \(fault.message)"))
      }
      if let key = row.key { takenNow[key] = row.line }
      return ImportedRow(line: row.line, key: row.key, difference: difference, fault: nil)
    }
  }

  private mutating func refusal(of row: PendingRow<Draft>, _ fault: any Fault) -> ImportedRow {
    summary.refused += 1
    return ImportedRow(line: row.line, key: row.key, difference: nil, fault: fault)
  }
}

extension ImportSummary {
  fileprivate var rows: Int { created + changed + unchanged + refused }
}

extension IntakeFault {
  fileprivate static func repeated(_ key: String, _ line: Int, in earlier: Int) -> IntakeFault {
    IntakeFault(
      code: "import.repeated",
      message: "line \(line): \(SafeText.quoted(key)) stands in line \(earlier) too, which was "
        + "taken.")
  }
}
