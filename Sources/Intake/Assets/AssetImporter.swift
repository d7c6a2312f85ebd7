package import Diagnostics
package import Ledger
package import Tabular

/// Takes a table of assets into the books, row by row.
package struct AssetImporter {
  /// What an import did.
  package struct Summary: Sendable, Equatable, Codable {
    package var created = 0
    package var changed = 0
    package var unchanged = 0
    package var refused = 0
    /// Locations that were made, by code.
    package var locations: [String] = []
    /// Columns that mean nothing to an import.
    package var ignoredColumns: [String] = []

    fileprivate var taken: Int { created + changed + unchanged }

    private enum CodingKeys: String, CodingKey {
      case created, changed, unchanged, refused, locations
      case ignoredColumns = "ignored_columns"
    }
  }

  private struct Pending {
    let draft: AssetDraft
    let line: Int
  }

  private let store: LedgerStore
  private let principal: Principal
  private let createLocations: Bool
  private let reader: AssetRowReader
  /// Of tags that were taken.
  private var lineOfTag: [String: Int] = [:]

  /// Rows of one transaction.
  private static let batch = 500

  package init(store: LedgerStore, principal: Principal, createLocations: Bool) throws {
    (self.store, self.principal, self.createLocations) = (store, principal, createLocations)
    reader = AssetRowReader(fields: try store.customFields())
  }

  /// Reads all rows; a bad one is reported and stops none of the others.
  package mutating func run(
    _ rows: RowReader, onFault: (any Fault) -> Void, onRow: () -> Void
  ) throws -> Summary {
    var (summary, pending) = (Summary(), [Pending]())
    for result in rows {
      onRow()
      do {
        let row = try result.get()
        if summary.ignoredColumns.isEmpty {
          summary.ignoredColumns = reader.ignoredColumns(of: row.names)
        }
        let next = Pending(draft: try reader.draft(row), line: row.line)
        // Whether a tag is repeated is known only when the rows before it were taken or refused.
        if pending.contains(where: { $0.draft.tag == next.draft.tag }) {
          try take(&pending, into: &summary, onFault)
        }
        try refuseRepeated(next)
        pending.append(next)
      } catch {
        guard let fault = error as? any Fault else { throw error }
        summary.refused += 1
        onFault(fault)
      }
      if pending.count == Self.batch { try take(&pending, into: &summary, onFault) }
    }
    try take(&pending, into: &summary, onFault)
    return summary
  }

  private func refuseRepeated(_ row: Pending) throws(IntakeFault) {
    guard let line = lineOfTag[row.draft.tag] else { return }
    throw IntakeFault(
      code: "asset.repeated",
      message: "line \(row.line): the tag \(SafeText.quoted(row.draft.tag)) stands in line \(line) "
        + "too, which was taken.")
  }

  /// Takes what is pending, in one transaction.
  ///
  /// - Throws: the ledger's fault. Where rows were taken before, that is a “no” to the rest and no
  ///   refusal as a whole: these rows are reported, and reading goes on.
  private mutating func take(
    _ pending: inout [Pending], into summary: inout Summary, _ onFault: (any Fault) -> Void
  ) throws {
    guard !pending.isEmpty else { return }
    do {
      try takeBatch(pending, into: &summary, onFault)
    } catch let fault as any Fault where summary.taken > 0 {
      summary.refused += pending.count
      onFault(fault)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func takeBatch(
    _ pending: [Pending], into summary: inout Summary, _ onFault: (any Fault) -> Void
  ) throws {
    let (verdicts, locations) = try store.importAssets(
      pending.map(\.draft), createLocations: createLocations, by: principal)
    summary.locations += locations.map(\.code)
    for (verdict, row) in zip(verdicts, pending) {
      switch verdict {
      case .created: summary.created += 1
      case .changed: summary.changed += 1
      case .unchanged: summary.unchanged += 1
      case .refused(let fault):
        summary.refused += 1
        onFault(IntakeFault(code: fault.code, message: "line \(row.line): \(fault.message)"))
        continue
      }
      lineOfTag[row.draft.tag] = row.line
    }
  }
}
