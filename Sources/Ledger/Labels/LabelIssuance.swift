import Storage

/// A label that is about to be made.
struct LabelIssuance: LedgerEvent {
  static let kind = EntryKind.labelIssued

  let codes: [LabelIssue.Code]
  let template: String
  let row: Int
  let copies: Int
  /// Whether codes are taken over from a label whose life has ended; only where it is true.
  let again: Bool?
  /// The forms of the codes, where they are known already.
  private let keys: [String]?

  private enum CodingKeys: String, CodingKey {
    case codes, template, row, copies, again
  }

  init(_ label: LabelIssue, again: Bool, keys: [String]) {
    (codes, template, row, copies) = (label.codes, label.template, label.row, label.copies)
    self.again = again ? true : nil
    self.keys = keys
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    codes = try container.decode([LabelIssue.Code].self, forKey: .codes)
    template = try container.decode(String.self, forKey: .template)
    row = try container.decode(Int.self, forKey: .row)
    copies = try container.decode(Int.self, forKey: .copies)
    again = try container.decodeIfPresent(Bool.self, forKey: .again)
    keys = nil
  }

  func apply(to books: Books) throws {
    let keys = try keys ?? IssuedLabelTable.keys(of: codes, try books.connection.codeRules())
    let table = IssuedLabelTable(connection: books.connection)
    for key in keys {
      if again == true { try table.letGo(key) }
      try books.memory.labels.add(key, of: self, seq: books.seq, books.connection)
    }
  }
}
