import Diagnostics
import Inventory
import Storage

/// The parts, inside a transaction.
struct PartTable {
  let connection: Connection

  private static let columns: StaticString = "number, code, name, unit, has_lots, id"

  /// All parts, by code.
  func all() throws -> [Part] {
    try connection.all("SELECT \(raw: Self.columns) FROM parts ORDER BY code", Self.part)
  }

  /// The part that a code names, as it was read or typed, or a number.
  func existing(_ name: String) throws -> (part: Part, id: ObjectID) {
    if let found = try find(name) { return found }
    throw LedgerFault.unknownPart(name, known: try all().map(\.code))
  }

  /// Refuses a code that leads to a part already.
  func refuseTaken(_ code: String) throws {
    let taken = try first(
      "SELECT \(raw: Self.columns) FROM parts WHERE code_key = \(Self.key(of: code))")
    guard let taken else { return }
    throw LedgerFault(
      code: "part.exists",
      message: "The code \(SafeText.quoted(code)) is that of the part "
        + "\(SafeText.quoted(taken.part.name)) already.")
  }

  /// The part that a code names, as it was read.
  func find(_ code: ScannedCode) throws -> (part: Part, id: ObjectID)? {
    for key in code.keys(.product) {
      let found = try first(
        "SELECT \(raw: Self.columns) FROM parts WHERE code_key = \(key.composed)")
      if let found { return found }
    }
    return nil
  }

  func find(_ name: String) throws -> (part: Part, id: ObjectID)? {
    let code = ScannedCode(name, rules: try connection.codeRules())
    if let found = try find(code) { return found }
    guard let number = Int(name), String(number) == name else { return nil }
    return try first("SELECT \(raw: Self.columns) FROM parts WHERE number = \(number)")
  }

  func find(id: ObjectID) throws -> Part? {
    try first("SELECT \(raw: Self.columns) FROM parts WHERE id = \(id.bytes)")?.part
  }

  private func first(_ query: SQLQuery) throws -> (part: Part, id: ObjectID)? {
    try connection.first(query) { (try Self.part($0), ObjectID(bytes: try $0.blob(5))) }
  }

  func nextNumber() throws -> Int {
    try connection.first("SELECT COALESCE(MAX(number), 0) + 1 FROM parts") { try $0.int(0) } ?? 1
  }

  /// As codes are compared: a GTIN with 14 digits.
  static func key(of code: String) -> String {
    ScannedCode(code, rules: CodeRules()).key.composed
  }

  private static func part(_ row: SQLRow) throws -> Part {
    Part(
      number: try row.int(0), code: try row.text(1), name: try row.text(2), unit: try row.text(3),
      hasLots: try row.bool(4))
  }
}

extension LedgerFault {
  static func unknownPart(_ name: String, known: [String]) -> LedgerFault {
    LedgerFault(
      code: "part.unknown",
      message: "There is no part \(SafeText.quoted(name))."
        + Suggestion.hint(for: name, among: known)
        + " tally stock parts shows all, tally stock part add makes a new one.")
  }

  static func badPart(_ what: String, _ text: String, limit: Int) -> LedgerFault {
    LedgerFault(
      code: "part.\(what)",
      message: "\(SafeText.quoted(text)) can't be a part's \(what): expected 1 to \(limit) bytes "
        + "without spaces or control characters.")
  }
}
