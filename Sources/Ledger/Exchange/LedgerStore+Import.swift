import Diagnostics
import Storage

/// What becomes of the transaction of an import.
package enum ImportEnding: Sendable {
  case kept
  /// Undone, whatever was taken: to see what an import would do.
  case undone
}

/// An import, inside one transaction.
package struct ImportStep {
  fileprivate let log: EntryLog
  /// Those whose changes are told; none where nobody asks.
  fileprivate let columns: [AssetColumn]

  /// Tells which assets will be taken next, by tag, so that they are looked up together.
  package func expect(_ tags: [String]) throws {
    try log.memory.assets.lookUp(tags: tags, log.connection)
  }

  /// Takes an asset into the books, or says why not.
  ///
  /// - Parameter createLocations: whether a location that doesn't exist is made, else the draft is
  ///   refused.
  package func take(_ draft: AssetDraft, createLocations: Bool) throws -> ImportDifference {
    var reader = AssetRecordReader(log.connection)
    let before = !columns.isEmpty ? try reader.record(tag: draft.tag) : nil
    var made: [Location] = []
    do {
      let verdict = try log.take(draft, createLocations: createLocations, created: &made)
      guard let before, verdict == .changed, let after = try reader.record(tag: draft.tag) else {
        return ImportDifference(verdict, locations: made)
      }
      return ImportDifference(
        verdict, locations: made,
        changes: ImportDifference.Change.between(before, after, columns))
    } catch let fault as LedgerFault {
      return ImportDifference(.refused(fault), locations: made)
    }
  }

  /// Makes a location, or says why not; one that is there already must be the same.
  package func take(_ draft: LocationDraft) throws -> ImportDifference {
    do {
      try draft.check()
      let table = LocationTable(connection: log.connection)
      guard let known = try table.id(of: draft.code).flatMap({ try table.row(of: $0)?.location })
      else {
        return ImportDifference(.created, locations: try log.createLocation(draft))
      }
      try draft.refuseDifference(from: known)
      return ImportDifference(.unchanged)
    } catch let fault as LedgerFault {
      return ImportDifference(.refused(fault))
    }
  }
}

extension LedgerStore {
  /// Runs a step of an import in one transaction; nothing of it is kept where it throws.
  ///
  /// - Parameter tellsChanges: whether each difference names what was changed from what to what.
  package func importing<Value>(
    _ ending: ImportEnding, tellsChanges: Bool = false, by principal: Principal,
    _ body: (ImportStep) throws -> Value
  ) throws -> Value {
    let columns = tellsChanges ? try AssetColumn.all(fields: customFields()) : []
    var undone: Value?
    do {
      return try append(by: principal) { log in
        let value = try body(ImportStep(log: log, columns: columns))
        guard ending == .undone else { return value }
        undone = value
        throw Undoing()
      }
    } catch is Undoing {
      guard let undone else { throw Undoing() }
      return undone
    }
  }

  /// Ends a transaction of which nothing is to be kept.
  private struct Undoing: Error {}
}

extension LocationDraft {
  fileprivate func refuseDifference(from known: Location) throws(LedgerFault) {
    let pairs = [
      ("name", name, known.name), ("kind", kind?.rawValue, known.kind.rawValue),
      ("parent", parent?.composed, known.parent ?? ""),
    ]
    for (column, said, stands) in pairs {
      guard let said, said != stands else { continue }
      throw LedgerFault(
        code: "location.\(column)",
        message: "There is a location \(SafeText.quoted(code)) whose \(column) is "
          + "\(SafeText.quoted(stands)), not \(SafeText.quoted(said)); an import makes locations "
          + "and changes none.")
    }
  }
}
