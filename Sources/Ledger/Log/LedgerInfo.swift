import Storage

/// A ledger at a glance.
package struct LedgerInfo: Sendable, Equatable, Codable {
  /// The number of entries.
  package let entries: Int
  package let assets: Int
  package let locations: Int
  package let stocktakes: Int
  package let scanEvents: Int
  package let settings: [String: String]
  /// The key that its checkpoints and proofs are checked with.
  package let verifierKey: String
  /// The keys of the ledgers that it was made of, the oldest first; nil where it was made anew.
  package let formerKeys: [String]?

  private enum CodingKeys: String, CodingKey {
    case entries, assets, locations, stocktakes, settings
    case scanEvents = "scan_events"
    case verifierKey = "verifier_key"
    case formerKeys = "former_keys"
  }
}

extension LedgerStore {
  /// The number of entries in the log.
  package func head() throws -> Int { try database.read { try $0.headOfLog() } }

  /// Counts, and the settings.
  package func info() throws -> LedgerInfo {
    try database.read { connection in
      let formerKeys = try connection.predecessors().map(\.key)
      return LedgerInfo(
        entries: try connection.count("SELECT COUNT(*) FROM entries"),
        assets: try connection.count("SELECT COUNT(*) FROM assets"),
        locations: try connection.count("SELECT COUNT(*) FROM locations"),
        stocktakes: try connection.count("SELECT COUNT(*) FROM stocktakes"),
        scanEvents: try connection.count("SELECT COUNT(*) FROM scan_events"),
        settings: try connection.settings(), verifierKey: try connection.logKey().verifier.text,
        formerKeys: formerKeys.isEmpty ? nil : formerKeys)
    }
  }
}
