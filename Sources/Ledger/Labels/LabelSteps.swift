import Inventory
import Storage

// Labels are called by the numbers of the entries that issued them.

/// Labels that were decoded again, with all their codes.
struct LabelVerification: LedgerEvent {
  static let kind = EntryKind.labelVerified

  let labels: [Int]

  func apply(to books: Books) throws {
    try LabelStepTable(connection: books.connection).add(.verified, to: labels, seq: books.seq)
  }
}

/// Labels that a printer took.
struct LabelPrinting: LedgerEvent {
  static let kind = EntryKind.labelPrinted

  let labels: [Int]

  func apply(to books: Books) throws {
    try LabelStepTable(connection: books.connection).add(.printed, to: labels, seq: books.seq)
  }
}

/// A label that was stuck on an asset; its codes lead to the asset.
struct LabelAttachment: LedgerEvent {
  static let kind = EntryKind.labelAttached

  let label: Int
  /// The asset's id.
  let asset: ObjectID
  /// Codes that led to no asset before.
  let codes: [String]

  func apply(to books: Books) throws {
    guard let asset = try AssetTable(connection: books.connection).find(id: asset) else {
      throw LedgerFault(
        code: "ledger.damaged",
        message:
          "The log names an asset \(asset) that it never made. Restore the ledger from a backup."
      )
    }
    try LabelStepTable(connection: books.connection).add(
      .attached, to: label, asset: asset.number, seq: books.seq)
    let table = CodeTable(connection: books.connection)
    for code in codes { try table.add(AssetCode(code), to: asset, seq: books.seq) }
  }
}

/// A label that nobody should come across.
struct LabelVoiding: LedgerEvent {
  static let kind = EntryKind.labelVoided

  let label: Int
  let reason: String

  func apply(to books: Books) throws {
    try LabelStepTable(connection: books.connection).add(
      .voided, to: label, reason: reason, seq: books.seq)
  }
}

/// A label that was taken off.
struct LabelRetirement: LedgerEvent {
  static let kind = EntryKind.labelRetired

  let label: Int
  let reason: String?

  func apply(to books: Books) throws {
    try LabelStepTable(connection: books.connection).add(
      .retired, to: label, reason: reason ?? "", seq: books.seq)
  }
}

/// A label in whose place there is another one now.
struct LabelReplacement: LedgerEvent {
  static let kind = EntryKind.labelReplaced

  let label: Int
  let by: Int
  let reason: String?

  func apply(to books: Books) throws {
    try LabelStepTable(connection: books.connection).add(
      .replaced, to: label, reason: reason ?? "", replacedBy: by, seq: books.seq)
  }
}
