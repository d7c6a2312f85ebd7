import Diagnostics
import Inventory
import Storage

extension EntryLog {
  /// Checks what happens to stock, records it, and returns the lines that it changed.
  func moveStock(_ movement: StockMovement) throws -> [StockLine] {
    let (part, id) = try PartTable(connection: connection).existing(movement.part)
    try movement.check(part)
    let changes = try changes(movement, part)
    try record(
      StockAdjustment(
        reason: movement.reason, part: id, lot: movement.lot?.composed ?? "", unit: part.unit,
        changes: changes, counted: movement.isCount ? movement.quantity : nil,
        note: movement.note?.composed, allowsNegative: movement.allowsNegative ? true : nil))
    return try changes.map { change in
      let key = try key(movement, part, at: change.location)
      return StockLine(
        part: part.code, name: part.name, location: change.location, lot: key.lot, unit: key.unit,
        quantity: try StockTable(connection: connection).quantity(of: key))
    }
  }

  private func key(
    _ movement: StockMovement, _ part: Part, at location: String
  ) throws -> StockTable.Key {
    StockTable.Key(
      part: part.number, location: try LocationTable(connection: connection).existing(location),
      lot: movement.lot?.composed ?? "", unit: part.unit)
  }

  /// What each place gains or loses; refused where a line would come to less than nothing.
  private func changes(
    _ movement: StockMovement, _ part: Part
  ) throws -> [StockAdjustment.Change] {
    let locations = LocationTable(connection: connection)
    for code in movement.receivers { _ = try locations.receiving(code) }
    return try movement.places.map { place in
      let key = try key(movement, part, at: place.location)
      let book = try StockTable(connection: connection).quantity(of: key)
      let change = movement.isCount ? movement.quantity.subtracting(book) : place.change
      guard let change, let sum = book.adding(change) else { throw LedgerFault.tooMuch }
      let getsWorse = sum.isNegative && sum < book
      if getsWorse, !movement.allowsNegative {
        throw LedgerFault.belowZero(part, at: place.location, lot: key.lot, book, change)
      }
      return StockAdjustment.Change(location: place.location.composed, change: change)
    }
  }
}

extension StockMovement {
  fileprivate var reason: StockAdjustment.Reason {
    switch step {
    case .received: .received
    case .issued: .issued
    case .moved: .moved
    case .counted: .counted
    case .corrected: .corrected
    }
  }

  fileprivate var isCount: Bool { reason == .counted }

  /// What changes where; of a count, the change isn't known yet.
  fileprivate var places: [(location: String, change: Quantity)] {
    switch step {
    case .received(let place), .corrected(let place), .counted(let place): [(place, quantity)]
    case .issued(let place): [(place, -quantity)]
    case .moved(let from, let into): [(from, -quantity), (into, quantity)]
    }
  }

  /// Locations that must be in use: what is in a closed one may leave it.
  fileprivate var receivers: [String] {
    switch step {
    case .received(let place), .counted(let place), .moved(_, let place): [place]
    case .issued, .corrected: []
    }
  }

  /// Refuses what could mean nothing.
  fileprivate func check(_ part: Part) throws(LedgerFault) {
    try checkQuantity()
    if case .moved(let from, let into) = step, from.composed == into.composed {
      throw LedgerFault(
        code: "stock.places",
        message: "A move goes from one location to another; \(SafeText.quoted(from)) is both.")
    }
    switch (part.hasLots, lot) {
    case (true, nil):
      throw LedgerFault(
        code: "stock.lot",
        message: "\(SafeText.quoted(part.code)) is kept in lots; say which one (--lot).")
    case (false, .some):
      throw LedgerFault(
        code: "stock.lot",
        message: "\(SafeText.quoted(part.code)) isn't kept in lots; leave the lot out.")
    case (true, let lot?) where !PartDraft.isWord(lot, limit: 100):
      throw LedgerFault(
        code: "stock.lot",
        message: "\(SafeText.quoted(lot)) can't be a lot: expected 1 to 100 bytes without spaces "
          + "or control characters.")
    default: break
    }
    if reason == .corrected, NameKey.of(note ?? "").isEmpty {
      throw LedgerFault(
        code: "stock.note", message: "A correction needs a reason; say why the books were wrong.")
    }
    guard (note ?? "").utf8.count <= 1000 else {
      throw LedgerFault(code: "stock.note", message: "A note has up to 1000 bytes.")
    }
  }

  private func checkQuantity() throws(LedgerFault) {
    let expected: String? =
      switch step {
      case .counted: quantity.isNegative && !allowsNegative ? "0 or more" : nil
      case .corrected: quantity == .zero ? "something other than 0" : nil
      case .received, .issued, .moved: quantity.isPositive ? nil : "more than 0"
      }
    guard let expected else { return }
    throw LedgerFault(
      code: "stock.quantity",
      message: "The quantity is \(quantity); expected \(expected).")
  }
}

extension LedgerFault {
  fileprivate static func belowZero(
    _ part: Part, at location: String, lot: String, _ book: Quantity, _ change: Quantity
  ) -> LedgerFault {
    let inLot = lot.isEmpty ? "" : " in lot \(SafeText.quoted(lot))"
    return LedgerFault(
      code: "stock.below-zero",
      message: "\(SafeText.quoted(location)) has \(book) \(SafeText.terminal(part.unit)) of "
        + "\(SafeText.quoted(part.code))\(inLot), not \(-change). Count what is there "
        + "(tally stock adjust --counted), or take it all the same with --allow-negative.")
  }
}
