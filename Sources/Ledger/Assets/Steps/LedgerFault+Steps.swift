import Diagnostics
import Inventory

extension AssetTable.Stored {
  /// Refuses a status that can't follow the present one.
  func checkStep(to status: AssetStatus) throws(LedgerFault) {
    guard !self.status.next.contains(status) else { return }
    let allowed = self.status.next.map(\.rawValue)
    throw LedgerFault(
      code: "asset.status-step",
      message: "\(SafeText.quoted(tag)) is \(self.status.rawValue); it can't become "
        + "\(status.rawValue). "
        + (allowed.isEmpty
          ? "No status follows that one."
          : "From there it can become: \(allowed.joined(separator: ", ")).")
    )
  }
}

extension LedgerFault {
  static func assetExists(_ tag: String) -> LedgerFault {
    LedgerFault(
      code: "asset.exists",
      message: "There is an asset \(SafeText.quoted(tag)) already; tally asset edit changes it.")
  }

  static func disposed(_ asset: AssetTable.Stored) -> LedgerFault {
    LedgerFault(
      code: "asset.status-step",
      message: "\(SafeText.quoted(asset.tag)) is disposed; it can't be anywhere any more.")
  }

  static func assignedToNobody(_ asset: AssetTable.Stored) -> LedgerFault {
    LedgerFault(
      code: "asset.custody",
      message:
        "\(SafeText.quoted(asset.tag)) can't be assigned to nobody; tally asset assign gives it "
        + "to somebody.")
  }

  static func assignedAlready(_ asset: AssetTable.Stored) -> LedgerFault {
    let holder = asset.custodian.isEmpty ? "somebody" : SafeText.quoted(asset.custodian)
    return LedgerFault(
      code: "asset.custody",
      message:
        "\(SafeText.quoted(asset.tag)) is assigned to \(holder) already; tally asset transfer "
        + "hands it over, tally asset return takes it back.")
  }

  static func heldByNobody(_ asset: AssetTable.Stored, _ step: String) -> LedgerFault {
    LedgerFault(
      code: "asset.custody",
      message:
        "\(SafeText.quoted(asset.tag)) is \(asset.status.rawValue); it can't be \(step), only an "
        + "asset that is assigned or checked_out can.")
  }

  static func codeTaken(_ code: String, by tag: String) -> LedgerFault {
    LedgerFault(
      code: "asset.code",
      message:
        "The code \(SafeText.quoted(code)) leads to \(SafeText.quoted(tag)) already; on two things "
        + "it would name neither. A code on every piece of a product is attached with --kind product."
    )
  }

  static func badCode(_ code: String) -> LedgerFault {
    LedgerFault(
      code: "asset.code",
      message: "\(SafeText.quoted(code)) can't be a code: expected 1 to 1000 bytes without control "
        + "characters but GS (U+001D).")
  }
}

extension AssetCode {
  /// Whether a symbol could hold it and a person would see it.
  var isReadable: Bool {
    !text.isEmpty && text.utf8.count <= 1000
      && text.unicodeScalars.allSatisfy {
        ($0.value >= 0x20 || $0.value == 0x1D) && $0.value != 0x7F
      }
  }
}
