import Diagnostics
import Storage

/// By what locations are unique: a code in the ledger, a name among what lies in one location.
struct LocationKeys: Equatable {
  let code: String
  /// With the number of the location that both lie in; 0 for roots.
  let sibling: String
}

extension LocationTable {
  /// The keys of a location.
  ///
  /// Where another one has a key already, the number makes it unique: older programs let codes and names
  /// stand beside each other that differ in case or spaces only, and none of them may be lost.
  func keys(code: String, name: String, number: Int, parent: ObjectID?) throws -> LocationKeys {
    let (code, sibling) = (NameKey.of(code), try siblingKey(name, in: parent))
    let (hasCode, hasSibling) = (
      try holder(ofCode: code, but: number) != nil,
      try holder(ofSibling: sibling, but: number) != nil
    )
    return LocationKeys(
      code: hasCode ? NameKey.unique(code, number: number) : code,
      sibling: hasSibling ? NameKey.unique(sibling, number: number) : sibling)
  }

  /// Refuses a code that another location has, in whatever case.
  func refuseTaken(code: String) throws {
    guard let taken = try holder(ofCode: NameKey.of(code), but: 0) else { return }
    throw LedgerFault.locationExists(code, as: taken)
  }

  /// Refuses a name that another location in the same place has.
  ///
  /// - Parameter number: of the location itself; nil for a new one.
  func refuseTaken(name: String, in parent: ObjectID?, but number: Int?) throws {
    let key = try siblingKey(name, in: parent)
    guard let taken = try holder(ofSibling: key, but: number ?? 0) else { return }
    throw LedgerFault.locationNameTaken(name, by: taken)
  }

  private func siblingKey(_ name: String, in parent: ObjectID?) throws -> String {
    let above = try parent.flatMap { parent in
      try connection.first("SELECT number FROM locations WHERE id = \(parent.bytes)") {
        try $0.int(0)
      }
    }
    return "\(above ?? 0)/\(NameKey.of(name))"
  }

  private func holder(ofCode key: String, but number: Int) throws -> String? {
    try connection.first(
      "SELECT code FROM locations WHERE code_key = \(key) AND number <> \(number)"
    ) { try $0.text(0) }
  }

  private func holder(ofSibling key: String, but number: Int) throws -> String? {
    try connection.first(
      "SELECT code FROM locations WHERE sibling_key = \(key) AND number <> \(number)"
    ) { try $0.text(0) }
  }
}

extension LedgerStore {
  /// The codes of locations whose code or name differs from another's in case or spaces only.
  ///
  /// Older programs let such be made; this one keeps them and makes no more.
  package func locationDoubles() throws -> [String] {
    try database.read { connection in
      try connection.all(
        """
        SELECT code FROM locations
        WHERE code_key LIKE \("%\n%") OR sibling_key LIKE \("%\n%") ORDER BY code
        """
      ) { try $0.text(0) }
    }
  }
}

extension LedgerFault {
  static func locationExists(_ code: String, as taken: String) -> LedgerFault {
    let isSame = code.composed.utf8.elementsEqual(taken.utf8)
    return LedgerFault(
      code: "location.exists",
      message: "There is a location \(SafeText.quoted(taken)) already"
        + (isSame
          ? "." : "; \(SafeText.quoted(code)) differs from it only in case, spaces or form."))
  }

  static func locationNameTaken(_ name: String, by code: String) -> LedgerFault {
    LedgerFault(
      code: "location.name-taken",
      message: "\(SafeText.quoted(code)) lies in the same place and has the name "
        + "\(SafeText.quoted(name)) already; give another name.")
  }
}
