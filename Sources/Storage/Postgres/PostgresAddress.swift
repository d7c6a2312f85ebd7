import CPostgres
import Diagnostics
import Foundation

/// A schema of a PostgreSQL database: `postgres://user:password@host:port/database?schema=name`.
///
/// All but the schema is libpq's own (PostgreSQL 15, 34.1.1.2), with its environment variables and
/// password file.
package struct PostgresAddress: Sendable, Equatable {
  /// What libpq gets. It may hold a password, so it must never be shown.
  let connection: String
  package let schema: String
  private let shown: String

  /// The schema's name in SQL.
  var quotedSchema: String {
    "\"" + schema.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  static let defaultSchema = "tallymark"

  /// Whether a text is such an address, and no path.
  static func isAddress(_ text: String) -> Bool {
    ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
  }

  /// - Throws: `StorageFault` `ledger.address`.
  package init(_ text: String) throws(StorageFault) {
    let (start, query) = Self.split(text)
    let schemas = query.filter { $0.hasPrefix("schema=") }.map { $0.dropFirst("schema=".count) }
    let rest = query.filter { !$0.hasPrefix("schema=") }
    connection = start + (rest.isEmpty ? "" : "?" + rest.joined(separator: "&"))
    schema = try Self.checked(schemas)
    shown = try Self.shown(connection)
  }

  /// What stands before the parameters, and these; a question mark in a password begins none.
  private static func split(_ text: String) -> (String, [Substring]) {
    let body = text.range(of: "://").map { text[$0.upperBound...] } ?? text[...]
    let userEnd = body.firstIndex { $0 == "@" || $0 == "/" }
    let host = userEnd.map { body[$0...] } ?? body
    guard let mark = host.firstIndex(of: "?") else { return (text, []) }
    return (String(text[..<mark]), text[text.index(after: mark)...].split(separator: "&"))
  }

  private static func checked(_ schemas: [Substring]) throws(StorageFault) -> String {
    guard let text = schemas.last else { return defaultSchema }
    // The server cuts longer names, so that two of them could be one.
    guard let schema = String(text).removingPercentEncoding, (1...63).contains(schema.utf8.count),
      !schema.utf8.contains(0), !schema.hasPrefix("pg_")
    else {
      throw StorageFault(
        code: "ledger.address",
        message: "\(SafeText.quoted(String(text))) can't be the name of a schema: expected 1 to 63 "
          + "bytes that don't begin with pg_.")
    }
    return schema
  }

  /// Whom, where and which database, as libpq reads them.
  private static func shown(_ connection: String) throws(StorageFault) -> String {
    // libpq's own message quotes the address, password and all.
    guard let options = PQconninfoParse(connection, nil) else {
      throw StorageFault(
        code: "ledger.address",
        message: "The address of the ledger can't be read. It is written postgres://USER:PASSWORD@"
          + "HOST:PORT/DATABASE?schema=NAME; other signs than letters, digits, - . _ ~ in its parts "
          + "as % and two hexadecimal digits.")
    }
    defer { PQconninfoFree(options) }
    var known: [String: String] = [:]
    var option = options
    while let name = option.pointee.keyword {
      if let value = option.pointee.val { known[String(cString: name)] = String(cString: value) }
      option += 1
    }
    return "postgres://" + (known["user"].map { $0 + "@" } ?? "") + (known["host"] ?? "")
      + (known["port"].map { ":" + $0 } ?? "") + "/" + (known["dbname"] ?? "")
  }
}

extension PostgresAddress: CustomStringConvertible {
  /// Without the password.
  package var description: String { SafeText.terminal("\(shown)?schema=\(schema)") }
}
