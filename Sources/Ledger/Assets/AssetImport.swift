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
      try log.memory.assets.lookUp(tags: drafts.map(\.tag), log.connection)
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
  /// Takes a draft into the books; nothing of it where something of it is refused.
  func take(
    _ draft: AssetDraft, createLocations: Bool, created: inout [Location]
  ) throws -> ImportVerdict {
    try draft.check()
    var draft = draft
    draft.fields = try fieldValues(draft.fields)
    let stored = try memory.assets.find(tag: draft.tag, connection)
    if let stored, let status = draft.status, status != stored.status {
      try stored.checkStep(to: status)
    }
    try checkRequiredFields(
      of: stored, category: draft.category ?? stored?.category ?? "", set: draft.fields)
    let location = try location(of: draft, createLocations, &created)
    if let location, location != stored?.location {
      try memory.assets.refuseClosed(location, connection)
    }
    guard let stored else {
      try create(draft)
      return .created
    }
    return try change(stored, to: draft, at: location) ? .changed : .unchanged
  }

  private func location(
    of draft: AssetDraft, _ createLocations: Bool, _ created: inout [Location]
  ) throws -> ObjectID? {
    guard let code = draft.location, !code.isEmpty else { return nil }
    let table = LocationTable(connection: connection)
    if createLocations, try memory.findLocation(code, in: table) == nil {
      return try ensureLocation(code, created: &created)
    }
    return try memory.location(code, in: table)
  }

  private func create(_ draft: AssetDraft) throws {
    let fields = draft.fields.filter { !$0.value.isEmpty }
    let category = try memory.assets.writing(of: draft.category ?? "", connection)
    try record(
      AssetCreation(
        id: ObjectID.make(at: now), number: try memory.assets.number(connection),
        tag: draft.tag.composed, name: draft.name ?? "", category: category,
        make: draft.make ?? "", model: draft.model ?? "", serial: draft.serial ?? "",
        status: draft.status ?? .inStock, location: draft.location,
        custodian: draft.custodian ?? "", codes: draft.codes.map(CodePayload.init),
        condition: draft.condition.flatMap { $0.isEmpty ? nil : $0 },
        fields: fields.isEmpty ? nil : fields))
  }

  /// Changes what the draft says and the books don't; false where there is nothing to change.
  ///
  /// The status comes first: where it ends a custody, what the draft says of the custodian stands.
  func change(
    _ stored: AssetTable.Stored, to draft: AssetDraft, at location: ObjectID?, note: String? = nil
  ) throws -> Bool {
    var asset = stored
    let newStatus = draft.status.flatMap { $0 == stored.status ? nil : $0 }
    if let newStatus {
      try record(AssetStatusChange(id: asset.id, status: newStatus, note: note))
      asset = try AssetTable(connection: connection).find(id: asset.id) ?? asset
    }
    let isEdited = try edit(asset, draft, note)
    let isMoved = draft.location != nil && location != stored.location
    if isMoved { try record(AssetMove(asset, to: draft.location ?? "", note: note)) }
    return newStatus != nil || isEdited || isMoved
  }

  private func edit(
    _ stored: AssetTable.Stored, _ draft: AssetDraft, _ note: String?
  ) throws -> Bool {
    var asset = stored
    asset.apply(draft)
    asset.category = try memory.assets.writing(of: asset.category, connection)
    let codes = CodeTable(connection: connection)
    let added = try draft.codes.filter { try !codes.has($0, of: asset) }
    let values = FieldValueTable(connection: connection)
    let fields = try draft.fields.filter { try values.value(of: $0.key, asset.number) != $0.value }
    guard asset != stored || !added.isEmpty || !fields.isEmpty else { return false }
    try record(
      AssetEdit(
        id: asset.id, name: asset.name, category: asset.category, make: asset.make,
        model: asset.model, serial: asset.serial, custodian: asset.custodian,
        codes: added.map(CodePayload.init),
        condition: asset.condition == stored.condition ? nil : asset.condition,
        fields: fields.isEmpty ? nil : fields, note: note, origin: nil))
    return true
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
    condition = draft.condition ?? condition
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
