import Inventory
import Storage

extension LedgerStore {
  /// Makes a part.
  ///
  /// - Throws: `LedgerFault` `part.code`, `part.name`, `part.unit` and `part.exists`.
  package func addPart(_ draft: PartDraft, by principal: Principal) throws -> Part {
    try append(by: principal) { log in
      try draft.check()
      let table = PartTable(connection: log.connection)
      try table.refuseTaken(draft.code)
      let part = Part(
        number: try table.nextNumber(), code: draft.code.composed, name: draft.name,
        unit: draft.unit.composed, hasLots: draft.hasLots)
      try log.record(PartCreation(part, id: ObjectID.make(at: log.now)))
      return part
    }
  }

  /// All parts, by code.
  package func parts() throws -> [Part] {
    try database.read { try PartTable(connection: $0).all() }
  }

  /// Takes something that happens to stock into the books.
  ///
  /// - Returns: the lines that it changed, as they are then.
  /// - Throws: `LedgerFault`: an unknown part or location, `stock.quantity`, `stock.lot`,
  ///   `stock.note`, `stock.below-zero`, `stock.too-much`, `location.closed`.
  package func moveStock(_ movement: StockMovement, by principal: Principal) throws -> [StockLine] {
    try append(by: principal) { try $0.moveStock(movement) }
  }

  /// The lines of all stock, by part, location and lot.
  ///
  /// - Parameters:
  ///   - part: only of this one: its code or number.
  ///   - location: only what is here, or in a location within.
  ///   - withZeros: also lines of which nothing is left.
  package func stock(
    part: String? = nil, location: String? = nil, withZeros: Bool = false
  ) throws -> [StockLine] {
    try database.read { connection in
      let code = try part.map { try PartTable(connection: connection).existing($0).part.code }
      let locations = LocationTable(connection: connection)
      _ = try location.map { try locations.existing($0) }
      let tree = try locations.tree()
      return try StockTable(connection: connection).lines().filter { line in
        (withZeros || line.quantity != .zero) && (code == nil || code == line.part)
          && location.map { tree.isSameOrAncestor($0, of: line.location) } ?? true
      }
    }
  }

  /// What changed stock, newest first.
  ///
  /// - Parameters:
  ///   - part: only of this one: its code or number.
  ///   - location: only right here.
  package func stockHistory(
    part: String? = nil, location: String? = nil, limit: Int = 100
  ) throws -> [StockChange] {
    try database.read { connection in
      let part = try part.map { try PartTable(connection: connection).existing($0).part.number }
      let location = try location.map { try LocationTable(connection: connection).existing($0) }
      return try StockTable(connection: connection).changes(
        part: part, location: location, limit: limit)
    }
  }
}

extension StockTotal {
  /// The sums of lines, by part and unit; the lines must come by part.
  ///
  /// - Throws: `LedgerFault` `stock.too-much`.
  package static func totals(of lines: [StockLine]) throws -> [StockTotal] {
    var totals: [StockTotal] = []
    for line in lines {
      // Lines come by part, so a part's totals are the last ones.
      let own = totals.indices.reversed().prefix { totals[$0].part == line.part }
      if let index = own.first(where: { totals[$0].unit == line.unit }) {
        totals[index] = try totals[index].adding(line)
      } else {
        totals.append(
          StockTotal(
            part: line.part, name: line.name, unit: line.unit, quantity: line.quantity,
            lines: line.quantity == .zero ? 0 : 1))
      }
    }
    return totals
  }

  private func adding(_ line: StockLine) throws -> StockTotal {
    guard let sum = quantity.adding(line.quantity) else { throw LedgerFault.tooMuch }
    return StockTotal(
      part: part, name: name, unit: unit, quantity: sum,
      lines: lines + (line.quantity == .zero ? 0 : 1))
  }
}
