import Inventory
import Storage

/// Takes steps inside a transaction: checks whether the books allow them, and records what happens.
struct AssetStepTaker {
  let log: EntryLog
  let note: String?

  var assets: AssetTable { AssetTable(connection: log.connection) }
  private var locations: LocationTable { LocationTable(connection: log.connection) }

  func result(_ step: AssetStep, _ name: String) throws -> AssetStepResult {
    let asset = try assets.named(name)
    let isTaken = try take(step, asset)
    var reader = AssetReader(log.connection)
    guard let now = try assets.find(id: asset.id) else { throw LedgerFault.unknownAsset(name) }
    let details = try reader.details(of: now)
    return isTaken ? .taken(details) : .unchanged(details)
  }

  /// False where the books say so already.
  private func take(_ step: AssetStep, _ asset: AssetTable.Stored) throws -> Bool {
    switch step {
    case .move(let location): try move(asset, to: location)
    case .change(let status): try change(asset, to: status)
    case .assign(let custodian, let due): try assign(asset, to: custodian, due)
    case .takeBack(let location): try takeBack(asset, into: location)
    case .transfer(let custodian, let due): try transfer(asset, to: custodian, due)
    case .verify(let location): try verify(asset, at: location)
    case .attach(let codes): try attach(codes, to: asset)
    case .edit(let draft): try edit(asset, draft)
    }
  }

  private func move(_ asset: AssetTable.Stored, to code: String) throws -> Bool {
    let location = try code.isEmpty ? nil : locations.existing(code)
    guard location != asset.location else { return false }
    guard asset.status != .disposed else { throw LedgerFault.disposed(asset) }
    try log.record(AssetMove(asset, to: code.composed, note: note))
    return true
  }

  private func change(_ asset: AssetTable.Stored, to status: AssetStatus) throws -> Bool {
    guard status != asset.status else { return false }
    try asset.checkStep(to: status)
    if status == .assigned { throw LedgerFault.assignedToNobody(asset) }
    try log.record(AssetStatusChange(id: asset.id, status: status, note: note))
    return true
  }

  private func verify(_ asset: AssetTable.Stored, at code: String?) throws -> Bool {
    if let code { _ = try locations.existing(code) }
    try log.record(AssetVerification(id: asset.id, location: code?.composed, note: note))
    return true
  }

  private func attach(_ codes: [AssetCode], to asset: AssetTable.Stored) throws -> Bool {
    let table = CodeTable(connection: log.connection)
    for code in codes {
      guard code.isReadable else { throw LedgerFault.badCode(code.text) }
      guard code.kind == .physical else { continue }
      if let other = try table.owner(of: code, beside: asset.number) {
        throw LedgerFault.codeTaken(code.text, by: try assets.find(number: other)?.tag ?? "")
      }
    }
    return try edit(asset, AssetDraft(tag: asset.tag, codes: codes))
  }

  private func edit(_ asset: AssetTable.Stored, _ draft: AssetDraft) throws -> Bool {
    var draft = draft
    (draft.tag, draft.status, draft.location) = (asset.tag, nil, nil)
    draft.fields = try log.fieldValues(draft.fields)
    try log.checkRequiredFields(
      of: asset, category: draft.category ?? asset.category, set: draft.fields)
    return try log.change(asset, to: draft, at: nil, note: note)
  }
}
