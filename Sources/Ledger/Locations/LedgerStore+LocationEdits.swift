import Diagnostics
import Inventory
import Storage

extension LedgerStore {
  /// Renames a location, or moves it, with all that lies in it, to another place of the tree.
  ///
  /// Its code stays: that is on its label. An edit that says what the books say adds nothing.
  /// - Returns: the location as it is then.
  /// - Throws: `LedgerFault` `location.unknown`, `location.name`, `location.name-taken`,
  ///   `location.cycle`, `location.closed` and `location.counted`.
  @discardableResult
  package func editLocation(
    _ code: String, _ change: LocationChange, by principal: Principal
  ) throws -> Location {
    try append(by: principal) { log in
      let current = try log.location(code)
      let location = current.applying(change)
      guard location != current else { return current }
      try log.check(location, against: current)
      let table = LocationTable(connection: log.connection)
      try log.record(
        LocationEdit(
          id: try table.existing(code), name: location.name, kind: location.kind,
          parent: location.parent))
      return location
    }
  }

  /// Closes a location: it takes no more assets, stock and counts.
  ///
  /// What is there stays there.
  ///
  /// - Returns: the location as it is then.
  @discardableResult
  package func closeLocation(
    _ code: String, reason: String? = nil, by principal: Principal
  ) throws -> Location {
    try append(by: principal) { log in
      guard try log.location(code).isActive else {
        throw LedgerFault.locationState("\(SafeText.quoted(code)) is closed already.")
      }
      try log.refuseCounted(code)
      let id = try LocationTable(connection: log.connection).existing(code)
      try log.record(LocationClosing(id: id, reason: reason))
      return try log.location(code)
    }
  }

  /// Takes a closed location into use again.
  ///
  /// - Returns: the location as it is then.
  @discardableResult
  package func reopenLocation(_ code: String, by principal: Principal) throws -> Location {
    try append(by: principal) { log in
      guard try !log.location(code).isActive else {
        throw LedgerFault.locationState("\(SafeText.quoted(code)) isn't closed.")
      }
      let id = try LocationTable(connection: log.connection).existing(code)
      try log.record(LocationReopening(id: id))
      return try log.location(code)
    }
  }
}

extension EntryLog {
  fileprivate func location(_ code: String) throws -> Location {
    let table = LocationTable(connection: connection)
    guard let row = try table.row(of: table.existing(code)) else {
      throw LedgerFault.unknownLocation(code, known: [])
    }
    return row.location
  }

  fileprivate func check(_ location: Location, against current: Location) throws {
    guard !NameKey.of(location.name).isEmpty, location.name.utf8.count <= 200 else {
      throw LedgerFault(
        code: "location.name", message: "A location needs a name of 1 to 200 bytes.")
    }
    let table = LocationTable(connection: connection)
    let parent = try location.parent.map { try table.existing($0) }
    if location.parent != current.parent {
      try refuseCycle(location)
      try refuseCounted(location.code)
      if let parent { try table.refuseClosed(parent) }
    }
    try table.refuseTaken(name: location.name, in: parent, but: location.number)
  }

  private func refuseCycle(_ location: Location) throws {
    let tree = try LocationTable(connection: connection).tree()
    guard let parent = location.parent, tree.isSameOrAncestor(location.code, of: parent) else {
      return
    }
    throw LedgerFault(
      code: "location.cycle",
      message: "\(SafeText.quoted(location.code)) can't lie in \(SafeText.quoted(parent)), which "
        + "\(location.code == parent ? "it is itself" : "lies in it").")
  }

  /// A count rests on the tree as it was when it was opened.
  fileprivate func refuseCounted(_ code: String) throws {
    let tree = try LocationTable(connection: connection).tree()
    let counting = try StocktakeTable(connection: connection).all().filter { stocktake in
      stocktake.state.blocksItsScope
        && stocktake.scope.contains {
          tree.isSameOrAncestor($0, of: code) || tree.isSameOrAncestor(code, of: $0)
        }
    }
    guard let first = counting.first else { return }
    throw LedgerFault(
      code: "location.counted",
      message:
        "Stocktake \(first.title) counts \(SafeText.quoted(code)); close the stocktake first "
        + "(tally stocktake close).")
  }
}

extension Location {
  fileprivate func applying(_ change: LocationChange) -> Location {
    let parent =
      switch change.place {
      case nil: parent
      case .root: String?.none
      case .within(let code): code
      }
    return Location(
      number: number, code: code, name: change.name ?? name, kind: change.kind ?? kind,
      parent: parent, isActive: isActive)
  }
}

extension LedgerFault {
  fileprivate static func locationState(_ message: String) -> LedgerFault {
    LedgerFault(code: "location.state", message: message)
  }
}
