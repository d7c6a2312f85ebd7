import Diagnostics

/// Where a ledger is kept: in a file of SQLite, or in a schema of a PostgreSQL database.
package enum LedgerAddress: Sendable, Equatable {
  case file(String)
  case postgres(PostgresAddress)

  /// Reads what `--ledger` says: `postgres://…`, or the path of a file.
  ///
  /// - Throws: `StorageFault` `ledger.address`.
  package init(_ text: String) throws(StorageFault) {
    if PostgresAddress.isAddress(text) {
      self = .postgres(try PostgresAddress(text))
    } else {
      try Self.refuseOtherAddress(text)
      self = .file(text)
    }
  }

  /// A mistyped address must not become a file of that name.
  private static func refuseOtherAddress(_ text: String) throws(StorageFault) {
    let looksSo =
      text.contains("://") || ["postgres:", "postgresql:"].contains(where: text.hasPrefix)
    guard text.isEmpty || looksSo else { return }
    // It may hold a password.
    let shown = text.firstIndex(of: ":").map { text[...$0] } ?? ""
    throw StorageFault(
      code: "ledger.address",
      message: text.isEmpty
        ? "The ledger's name is empty. Give the path of a file, or postgres://…"
        : "A ledger's address that begins with \(SafeText.quoted(String(shown))) isn't known. Give "
          + "the path of a file, or postgres://USER@HOST/DATABASE?schema=NAME.")
  }
}

extension LedgerAddress {
  /// Of the file; nil for a ledger that is no file.
  package var path: String? {
    if case .file(let path) = self { path } else { nil }
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
