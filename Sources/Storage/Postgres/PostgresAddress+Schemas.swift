extension PostgresAddress {
  /// The schemas of the database whose names begin with a text and that hold a ledger, by name.
  ///
  /// - Throws: `StorageFault` where the server or the database is out of reach.
  package func schemas(beginningWith start: String) throws -> [String] {
    do {
      let session = try PostgresConnector(address: self).connect()
      try session.begin(.read)
      let names = try Connection(source: .postgres(session)).all(
        """
        SELECT n.nspname::text FROM pg_namespace n
          JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'ledger_migrations'
        WHERE STARTS_WITH(n.nspname::text, \(start)) ORDER BY n.nspname::text COLLATE "C"
        """
      ) { try $0.text(0) }
      session.end()
      return names
    } catch let error as PostgresError {
      throw StorageFault(error, at: self)
    }
  }
}
