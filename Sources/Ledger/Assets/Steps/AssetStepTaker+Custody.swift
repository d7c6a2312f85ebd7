import Diagnostics
import Inventory
import Storage

/// Assign, return, transfer.
extension AssetStepTaker {
  func assign(_ asset: AssetTable.Stored, to custodian: String, _ due: String?) throws -> Bool {
    guard asset.status != .assigned else { throw LedgerFault.assignedAlready(asset) }
    try asset.checkStep(to: .assigned)
    try log.record(AssetAssignment(asset, try custody(of: custodian, due)))
    return true
  }

  func transfer(_ asset: AssetTable.Stored, to custodian: String, _ due: String?) throws -> Bool {
    guard asset.status.meansHeld else {
      throw LedgerFault.heldByNobody(asset, "transferred")
    }
    let custody = try custody(of: custodian, due)
    if custody.custodian == asset.custodian && due == asset.due { return false }
    try log.record(AssetTransfer(asset, custody))
    return true
  }

  func takeBack(_ asset: AssetTable.Stored, into location: String?) throws -> Bool {
    guard asset.status.meansHeld else {
      throw LedgerFault.heldByNobody(asset, "returned")
    }
    if let location { _ = try LocationTable(connection: log.connection).existing(location) }
    try log.record(AssetReturn(id: asset.id, location: location?.composed, note: note))
    return true
  }

  private func custody(of custodian: String, _ due: String?) throws -> Custody {
    let name = custodian.composed
    let isClean = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard !NameKey.of(name).isEmpty, name.utf8.count <= 200, isClean else {
      throw LedgerFault(
        code: "asset.custodian",
        message: "\(SafeText.quoted(custodian)) can't be a custodian: expected a name, an e-mail "
          + "address or a location's code, up to 200 bytes without control characters.")
    }
    if let due, !CustomField.isDate(due) {
      throw LedgerFault(
        code: "asset.due",
        message: "\(SafeText.quoted(due)) is no day; expected one like 2026-12-24.")
    }
    let isLocation = try LocationTable(connection: log.connection).id(of: name) != nil
    return Custody(custodian: name, location: isLocation ? name : nil, due: due, note: note)
  }
}
