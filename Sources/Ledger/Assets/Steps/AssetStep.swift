package import Inventory

/// What somebody wants to be done with an asset.
package enum AssetStep: Sendable, Equatable {
  /// Puts it into a location.
  case move(to: String)
  case change(to: AssetStatus)
  /// Gives it to a person, or to the location that has this code.
  case assign(to: String, due: String?)
  /// Takes it back from its custodian, into a location.
  case takeBack(location: String?)
  /// From its custodian to another.
  case transfer(to: String, due: String?)
  /// Somebody saw it, in a location.
  case verify(location: String?)
  /// Codes that lead to it from now on.
  case attach([AssetCode])
  /// Takes over what a draft says beside tag, status and location.
  case edit(AssetDraft)
}

/// What became of a step.
package enum AssetStepResult: Sendable, Equatable {
  /// The asset as it is now.
  case taken(AssetDetails)
  /// The books said so before; nothing was added.
  case unchanged(AssetDetails)
  case refused(LedgerFault)
}

extension LedgerStore {
  /// Takes one step with each of several assets, in one transaction; a refused one stops none of the
  /// others.
  ///
  /// - Parameter names: tags, other codes, numbers or ids.
  package func take(
    _ step: AssetStep, with names: [String], note: String? = nil, by principal: Principal
  ) throws -> [AssetStepResult] {
    try append(by: principal) { log in
      let taker = AssetStepTaker(log: log, note: note)
      return try names.map { name in
        do {
          return try taker.result(step, name)
        } catch let fault as LedgerFault {
          return .refused(fault)
        }
      }
    }
  }

  /// Takes a new asset into the books.
  ///
  /// - Throws: `LedgerFault` `asset.exists`, `location.unknown` and what a draft may be refused for.
  package func addAsset(_ draft: AssetDraft, by principal: Principal) throws -> AssetDetails {
    try append(by: principal) { log in
      let table = AssetTable(connection: log.connection)
      if try table.find(tag: draft.tag) != nil { throw LedgerFault.assetExists(draft.tag) }
      var made: [Location] = []
      _ = try log.take(draft, createLocations: false, created: &made)
      var reader = AssetReader(log.connection)
      return try reader.details(of: table.named(draft.tag))
    }
  }
}
