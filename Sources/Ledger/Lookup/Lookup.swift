package import Inventory
import Storage

/// What a code leads to.
package struct Lookup: Sendable, Equatable, Codable {
  package enum Match: String, Sendable, Codable {
    case one, many, none
  }

  package let match: Match
  /// As it was given.
  package let code: String
  /// As it is compared.
  package let canonical: String
  package let results: [AssetDetails]
  /// The location that the code names; nil for none.
  package let location: String?
  /// What kind of stranger the code is; nil where something was found.
  package let unknown: UnknownCode.Class?
}

extension LedgerStore {
  /// Looks a code up, as it was read or typed: one indexed read.
  package func lookup(_ code: String) throws -> Lookup {
    try database.read { connection in
      let scanned = ScannedCode(code, rules: try connection.codeRules())
      let table = AssetTable(connection: connection)
      var reader = AssetReader(connection)
      let owners = try CodeTable(connection: connection).owners(of: scanned)
      let results = try owners.compactMap { try table.find(id: $0) }
        .map { try reader.details(of: $0) }
      let location = try LocationTable(connection: connection).id(of: scanned.canonical)
      let isKnown = !results.isEmpty || location != nil
      return Lookup(
        match: results.isEmpty ? .none : results.count == 1 ? .one : .many, code: code,
        canonical: scanned.key, results: results.sorted { $0.tag.isBefore($1.tag) },
        location: location == nil ? nil : scanned.canonical,
        unknown: isKnown ? nil : try connection.classify(scanned))
    }
  }
}

extension Connection {
  fileprivate func classify(_ code: ScannedCode) throws -> UnknownCode.Class {
    let shapes = try all("SELECT shape FROM tag_shapes") { try $0.text(0) }
    return UnknownCode.Class.of(code, tagShapes: Set(shapes), rules: try codeRules())
  }
}
