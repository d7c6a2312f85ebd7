import Inventory
import Storage

/// The stock lines and what changed them, inside a transaction.
struct StockTable {
  let connection: Connection

  /// What makes a line.
  struct Key: Equatable {
    let part: Int
    let location: ObjectID
    let lot: String
    let unit: String
  }

  /// What the books say is there; zero where there is no line.
  func quantity(of line: Key) throws -> Quantity {
    try connection.first(
      """
      SELECT quantity FROM stock_lines WHERE part_number = \(line.part)
        AND location_id = \(line.location.bytes) AND lot = \(line.lot) AND unit = \(line.unit)
      """
    ) { try $0.quantity(0) } ?? .zero
  }

  /// Adds to a line, and returns what it comes to.
  func add(_ change: Quantity, to line: Key, mayBeNegative: Bool) throws -> Quantity {
    guard let quantity = try quantity(of: line).adding(change) else { throw LedgerFault.tooMuch }
    try connection.execute(
      """
      INSERT INTO stock_lines (part_number, location_id, lot, unit, quantity, may_be_negative)
      VALUES (\(line.part), \(line.location.bytes), \(line.lot), \(line.unit),
        \(quantity.description), \(mayBeNegative || quantity.isNegative))
      ON CONFLICT (part_number, location_id, lot, unit) DO UPDATE
      SET quantity = excluded.quantity, may_be_negative = excluded.may_be_negative
      """)
    return quantity
  }

  /// Keeps one change for the history of its line.
  func keep(
    _ change: Quantity, of line: Key, now quantity: Quantity, place: Int,
    of adjustment: StockAdjustment, seq: Int
  ) throws {
    try connection.execute(
      """
      INSERT INTO stock_changes (seq, place, part_number, location_id, lot, unit, kind, change,
        quantity, note)
      VALUES (\(seq), \(place), \(line.part), \(line.location.bytes), \(line.lot), \(line.unit),
        \(adjustment.reason.rawValue), \(change.description), \(quantity.description),
        \(adjustment.note ?? ""))
      """)
  }

  /// All lines, by part, location and lot.
  func lines() throws -> [StockLine] {
    try connection.all(
      """
      SELECT p.code, p.name, l.code, s.lot, s.unit, s.quantity
      FROM stock_lines s JOIN parts p ON p.number = s.part_number
        JOIN locations l ON l.id = s.location_id
      ORDER BY p.code, l.code, s.lot, s.unit
      """
    ) { row in
      StockLine(
        part: try row.text(0), name: try row.text(1), location: try row.text(2),
        lot: try row.text(3), unit: try row.text(4), quantity: try row.quantity(5))
    }
  }

  /// The newest changes, newest first; of all parts and all locations where none is named.
  func changes(part: Int?, location: ObjectID?, limit: Int) throws -> [StockChange] {
    try connection.all(
      """
      SELECT c.seq, e.recorded_at, e.principal, c.kind, p.code, l.code, c.lot, c.unit, c.change,
        c.quantity, c.note
      FROM stock_changes c JOIN entries e ON e.seq = c.seq
        JOIN parts p ON p.number = c.part_number JOIN locations l ON l.id = c.location_id
      WHERE c.part_number BETWEEN \(part ?? 0) AND \(part ?? .max)
        AND (\(location == nil) = 1 OR c.location_id = \(location?.bytes ?? []))
      ORDER BY c.seq DESC, c.place LIMIT \(limit)
      """
    ) { row in
      StockChange(
        seq: try row.int(0), at: Timestamp.text(try row.int(1)),
        by: try CanonicalJSON.value(Principal.self, row.text(2)).name, kind: try row.text(3),
        part: try row.text(4), location: try row.text(5), lot: try row.text(6),
        unit: try row.text(7), change: try row.quantity(8), quantity: try row.quantity(9),
        note: try row.text(10))
    }
  }
}

extension SQLRow {
  /// A quantity, which is kept as its one text.
  func quantity(_ column: Int) throws -> Quantity {
    let text = try text(column)
    guard let quantity = Quantity(text), quantity.description == text else {
      throw LedgerFault(code: "ledger.damaged", message: "A quantity is no decimal number.")
    }
    return quantity
  }
}

extension LedgerFault {
  static let tooMuch = LedgerFault(
    code: "stock.too-much",
    message: "A quantity has up to \(Quantity.digits) digits before the point, and this one would "
      + "have more.")
}
