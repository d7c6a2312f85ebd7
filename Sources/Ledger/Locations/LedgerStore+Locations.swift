import Diagnostics
package import Inventory
import Storage

extension LedgerStore {
  /// All locations, by code.
  package func locations() throws -> [Location] {
    try database.read { try LocationTable(connection: $0).all() }
  }

  /// Makes a location, and the ancestors that its code names and that don't exist yet.
  ///
  /// - Returns: what was made, ancestors first.
  package func addLocation(_ draft: LocationDraft, by principal: Principal) throws -> [Location] {
    try append(by: principal) { log in try log.createLocation(draft) }
  }
}

extension EntryLog {
  /// The id of a location, which is made where it doesn't exist; `created` gets what was made.
  func ensureLocation(_ code: String, created: inout [Location]) throws -> ObjectID {
    let table = LocationTable(connection: connection)
    if let id = try table.id(of: code) { return id }
    created += try createLocation(LocationDraft(code: code))
    return try table.existing(code)
  }

  func createLocation(_ draft: LocationDraft) throws -> [Location] {
    try draft.check()
    let table = LocationTable(connection: connection)
    var created: [Location] = []
    try table.refuseTaken(code: draft.code)
    if draft.parent == nil, let parent = draft.parentFromCode {
      _ = try ensureLocation(parent, created: &created)
    }
    let (parent, name) = (draft.parent ?? draft.parentFromCode, draft.name ?? draft.lastPart)
    let above = try parent.map { try table.receiving($0) }
    try table.refuseTaken(name: name, in: above, but: nil)
    let location = Location(
      number: try table.nextNumber(), code: draft.code, name: name,
      kind: draft.kind ?? .room, parent: parent)
    try record(LocationCreation(location, id: ObjectID.make(at: now)))
    return created + [location]
  }
}

extension LedgerStore {
  /// The tree of locations, in which a given one must be.
  package func locationTree(containing code: String) throws -> LocationTree {
    try database.read { connection in
      let table = LocationTable(connection: connection)
      _ = try table.existing(code)
      return try table.tree()
    }
  }
}
