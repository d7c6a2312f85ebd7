import Diagnostics

extension StorageFault {
  /// What an error of PostgreSQL means to a person.
  init(_ error: PostgresError, at address: PostgresAddress) {
    let said = "(PostgreSQL says: \(error.words))"
    switch (error.sqlState, error.sqlState.prefix(2)) {
    case ("3D000", _):
      self.init(
        code: "ledger.missing",
        message: "There is no such database for \(address) \(said). Make it (createdb), or name "
          + "another one.")
    case (_, "28"), ("42501", _):
      self.init(
        code: "ledger.denied",
        message: "The account may not do this at \(address) \(said). Check name and password, or "
          + "have the right granted (docs/LEDGER.md).")
    case ("53100", _):
      self.init(
        code: "ledger.full",
        message: "The server's disk is full; nothing of this step was written. Make room and try "
          + "again.")
    case ("53300", _), ("55P03", _), (_, "40"), ("57P03", _):
      self.init(
        code: "ledger.busy",
        message: "The server is too busy for this step, and nothing of it was written \(said). "
          + "Try again.")
    case ("25006", _):
      self.init(
        code: "ledger.unreadable",
        message: "The server at \(address) takes no changes \(said). Name the one that does.")
    case (_, "XX"):
      self.init(
        code: "ledger.damaged",
        message: "The ledger is damaged \(said). Restore it from a backup.")
    case (_, "57"), (_, "08"): self = .unreachable(address, error)
    default:
      self =
        error.isLost
        ? .unreachable(address, error)
        : StorageFault(
          code: "ledger.refused", message: "The database refused a step: \(error.words).")
    }
  }

  static func unreachable(_ address: PostgresAddress, _ error: PostgresError) -> StorageFault {
    StorageFault(
      code: "ledger.unreachable",
      message: "The ledger at \(address) can't be reached (\(error.words)). Nothing of this step "
        + "was written. Check server, address and network, then try again.")
  }

  /// Nobody knows what became of a step.
  static func unknownOutcome(_ address: PostgresAddress, _ error: PostgresError) -> StorageFault {
    StorageFault(
      code: "ledger.unreachable",
      message: "The connection to \(address) broke while a step was being committed "
        + "(\(error.words)): it is in the ledger as a whole or not at all. Look before you repeat "
        + "it; events, labels and imports can be repeated without doubling.")
  }
}
