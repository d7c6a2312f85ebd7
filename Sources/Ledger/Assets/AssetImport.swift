import Diagnostics
import Inventory
import Storage

/// What an import did with one draft.
package enum ImportVerdict: Sendable, Equatable {
  case created
  case changed
  case unchanged
  /// Nothing of the draft was taken.
  case refused(LedgerFault)
}

extension LedgerStore {
  /// Takes drafts into the books, in one transaction.
  ///
  /// New tags are created, known ones changed where the draft says something else. Repeating an
  /// import changes nothing.
  ///
  /// - Parameter createLocations: locations that don't exist are made (and returned), else a
  ///   draft that names one is refused.
  package func importAssets(
    _ drafts: [AssetDraft], createLocations: Bool, by principal: Principal
  ) throws -> (verdicts: [ImportVerdict], locations: [Location]) {
    try append(by: principal) { log in
      var created: [Location] = []
      let verdicts = try drafts.map { draft -> ImportVerdict in
        do {
          return try log.take(draft, createLocations: createLocations, created: &created)
        } catch let fault as LedgerFault {
          return .refused(fault)
        }
      }
      return (verdicts, created)
    }
  }
}

extension EntryLog {
  fileprivate func take(
    _ draft: AssetDraft, createLocations: Bool, created: inout [Location]
  ) throws -> ImportVerdict {
    try draft.check()
    let location = try location(of: draft, createLocations, &created)
    let known = try AssetTable(connection: connection).find(tag: draft.tag)
    if let location, location != known?.location {
      try LocationTable(connection: connection).refuseClosed(location)
    }
    guard let stored = known else {
      try create(draft, at: location)
      return .created
    }
    return try change(stored, to: draft, at: location) ? .changed : .unchanged
  }

  private func location(
    of draft: AssetDraft, _ createLocations: Bool, _ created: inout [Location]
  ) throws -> ObjectID? {
    guard let code = draft.location, !code.isEmpty else { return nil }
    guard createLocations else { return try LocationTable(connection: connection).existing(code) }
    return try ensureLocation(code, created: &created)
  }

  private func create(_ draft: AssetDraft, at location: ObjectID?) throws {
    let table = AssetTable(connection: connection)
    let asset = AssetTable.Stored(
      id: ObjectID.make(at: now), number: try table.nextNumber(), tag: draft.tag.composed,
      name: draft.name ?? "", category: draft.category ?? "", make: draft.make ?? "",
      model: draft.model ?? "", serial: draft.serial ?? "", status: draft.status ?? .inStock,
      location: location, custodian: draft.custodian ?? "")
    let seq = try append(
      .assetCreated,
      AssetCreation(
        id: asset.id.description, number: asset.number, tag: asset.tag, name: asset.name,
        category: asset.category, make: asset.make, model: asset.model, serial: asset.serial,
        status: asset.status.rawValue, location: draft.location, custodian: asset.custodian,
        codes: draft.codes.map { CodePayload(code: $0.text, kind: $0.kind.rawValue) }))
    try table.insert(asset)
    try table.keepShape(of: asset.tag)
    try table.keepHistory(asset, seq: seq, at: now)
    let codes = CodeTable(connection: connection)
    for code in [AssetCode(asset.tag)] + draft.codes { try codes.add(code, to: asset, seq: seq) }
  }

  /// Changes what the draft says and the books don't; false where there is nothing to change.
  private func change(
    _ stored: AssetTable.Stored, to draft: AssetDraft, at location: ObjectID?
  ) throws -> Bool {
    var asset = stored
    asset.apply(draft)
    let codes = CodeTable(connection: connection)
    let added = try draft.codes.filter { try !codes.has($0, of: asset) }
    let isEdited = asset != stored || !added.isEmpty
    if isEdited { try appendEdit(asset, added) }
    if draft.location != nil { asset.location = location }
    asset.status = draft.status ?? asset.status
    let isMoved = asset.location != stored.location || asset.status != stored.status
    if isMoved { try appendMove(from: stored, to: asset, draft.location) }
    if isEdited || isMoved { try AssetTable(connection: connection).update(asset) }
    return isEdited || isMoved
  }

  private func appendEdit(_ asset: AssetTable.Stored, _ added: [AssetCode]) throws {
    let seq = try append(
      .assetEdited,
      AssetEdit(
        id: asset.id.description, name: asset.name, category: asset.category, make: asset.make,
        model: asset.model, serial: asset.serial, custodian: asset.custodian,
        codes: added.map { CodePayload(code: $0.text, kind: $0.kind.rawValue) }))
    let codes = CodeTable(connection: connection)
    for code in added { try codes.add(code, to: asset, seq: seq) }
  }

  private func appendMove(
    from stored: AssetTable.Stored, to asset: AssetTable.Stored, _ location: String?
  ) throws {
    let seq = try append(
      .assetMoved,
      AssetMove(
        id: asset.id.description,
        location: asset.location != stored.location ? location : nil,
        status: asset.status != stored.status ? asset.status.rawValue : nil))
    try AssetTable(connection: connection).keepHistory(asset, seq: seq, at: now)
  }
}

extension AssetTable.Stored {
  /// Takes over what a draft says beside location and status.
  fileprivate mutating func apply(_ draft: AssetDraft) {
    name = draft.name ?? name
    category = draft.category ?? category
    make = draft.make ?? make
    model = draft.model ?? model
    serial = draft.serial ?? serial
    custodian = draft.custodian ?? custodian
  }
}

extension LedgerFault {
  static func badTag(_ tag: String) -> LedgerFault {
    LedgerFault(
      code: "asset.tag",
      message: tag.isEmpty
        ? "The tag is empty; every asset needs one."
        : "\(SafeText.quoted(tag)) can't be an asset tag: expected up to 100 bytes without spaces "
          + "or control characters.")
  }
}
