/// Where a ledger is kept: in a file of SQLite, or in a schema of a PostgreSQL database.
package enum LedgerAddress: Sendable, Equatable {
  case file(String)
  case postgres(PostgresAddress)

  /// Reads what `--ledger` says: `postgres://…`, or the path of a file.
  package init(_ text: String) throws(StorageFault) {
    self =
      PostgresAddress.isAddress(text) ? .postgres(try PostgresAddress(text)) : .file(text)
  }
}

extension LedgerAddress: CustomStringConvertible {
  /// The path, or the address without any password.
  package var description: String {
    switch self {
    case .file(let path): path
    case .postgres(let address): address.description
    }
  }
}
