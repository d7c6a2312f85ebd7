import Storage

extension LedgerStore {
  /// The ids of the events of a stocktake that were read in one picture (`sha256:…`).
  package func events(of stocktake: Stocktake, inImage image: String) throws -> [String] {
    try database.read { connection in
      try connection.all(
        """
        SELECT client_event_id FROM scan_events
        WHERE image = \(image) AND stocktake_id = \(stocktake.id.bytes) ORDER BY seq
        """
      ) { try $0.text(0) }
    }
  }

  /// The ids of all events of a stocktake.
  package func eventIDs(of stocktake: Stocktake) throws -> Set<String> {
    try database.read { connection in
      var ids: Set<String> = []
      try connection.forEach(
        "SELECT client_event_id FROM scan_events WHERE stocktake_id = \(stocktake.id.bytes)"
      ) { ids.insert(try $0.text(0)) }
      return ids
    }
  }
}
