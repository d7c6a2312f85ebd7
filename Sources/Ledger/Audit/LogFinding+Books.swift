import Diagnostics
import Storage

extension LogFinding {
  /// A column of a row.
  static func changed(
    _ form: TableForm, _ key: [SQLValue], column: String, is ledger: SQLValue, not log: SQLValue
  ) -> LogFinding {
    LogFinding(
      code: .bookChanged, seq: nil,
      message: "The books were changed past the log: table \(form.name), \(text(form, key)): "
        + "\(column) is \(text(ledger)), and by the log it is \(text(log)).")
  }

  static func missing(_ form: TableForm, _ key: [SQLValue]) -> LogFinding {
    LogFinding(
      code: .bookMissing, seq: nil,
      message: "The books were changed past the log: table \(form.name) lacks the row with "
        + "\(text(form, key)).")
  }

  static func surplus(_ form: TableForm, _ key: [SQLValue]) -> LogFinding {
    LogFinding(
      code: .bookSurplus, seq: nil,
      message: "The books were changed past the log: table \(form.name) has a row with "
        + "\(text(form, key)), of which the log knows nothing.")
  }

  static func unreadable(_ table: String, _ fault: StorageFault) -> LogFinding {
    LogFinding(
      code: .bookChanged, seq: nil,
      message: "The books were changed past the log: table \(table): \(fault.message)")
  }

  static func crop(_ hash: String) -> LogFinding {
    LogFinding(
      code: .evidenceChanged, seq: nil,
      message:
        "The crop \(SafeText.terminal(hash)) is not the picture of that hash: it was changed.")
  }

  static func lost(crop hash: String, seq: Int) -> LogFinding {
    LogFinding(
      code: .evidenceMissing, seq: seq,
      message: "The crop \(SafeText.terminal(hash)) that was kept with entry \(seq) is gone.")
  }

  static func report(ofStocktake number: Int) -> LogFinding {
    LogFinding(
      code: .evidenceChanged, seq: nil,
      message: "The report of stocktake \(number) is not the one whose hash was kept when it was "
        + "closed: it was changed or taken away.")
  }

  static func unplayable(_ fault: LedgerFault) -> LogFinding {
    LogFinding(code: .entryUnplayable, seq: nil, message: fault.message)
  }

  private static func text(_ form: TableForm, _ key: [SQLValue]) -> String {
    zip(form.key, key).map { "\(form.columns[$0]) \(text($1))" }.joined(separator: ", ")
  }

  private static func text(_ value: SQLValue) -> String {
    switch value {
    case .null: "nothing"
    case .integer(let number): String(number)
    case .text(let text): SafeText.quoted(text)
    case .blob(let bytes):
      bytes.count == 16 ? ObjectID(bytes: bytes).description : "the bytes " + Hex.text(bytes)
    }
  }
}
