import Diagnostics
package import Inventory
import Storage

/// What the owner of a ledger decides once.
package enum LedgerSetting: String, Sendable, CaseIterable {
  /// What stands before the tag in the URL of our labels; taken off a scanned code.
  case urlPrefix = "url-prefix"

  /// The setting of a name.
  package static func named(_ name: String) throws(LedgerFault) -> LedgerSetting {
    if let setting = LedgerSetting(rawValue: name) { return setting }
    let names = allCases.map(\.rawValue)
    throw LedgerFault(
      code: "setting.unknown",
      message: "There is no setting \(SafeText.quoted(name)); there is "
        + names.joined(separator: ", ") + "." + Suggestion.hint(for: name, among: names))
  }
}

/// What the log keeps of a setting.
struct SettingChange: LedgerEvent {
  static let kind = EntryKind.settingChanged

  let name: String
  let value: String

  func apply(to books: Books) throws {
    try books.connection.execute(
      "INSERT INTO settings (name, seq, value) VALUES (\(name), \(books.seq), \(value))")
  }
}

extension LedgerStore {
  /// Sets a setting; the log keeps who did.
  ///
  /// - Throws: `LedgerFault` `setting.value` for what no code could begin with.
  package func set(_ setting: LedgerSetting, to value: String, by principal: Principal) throws {
    let isPrefix = value.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    guard isPrefix, value.utf8.count <= 1000 else {
      throw LedgerFault(
        code: "setting.value",
        message: "\(SafeText.quoted(value)) can't be the \(setting.rawValue): expected up to 1000 "
          + "bytes without spaces and control characters, like https://assets.example.org/a/")
    }
    try append(by: principal) { log in
      guard try log.connection.settings()[setting.rawValue] != value else { return }
      try log.record(SettingChange(name: setting.rawValue, value: value))
    }
  }

  /// How this ledger's owner writes codes.
  package func codeRules() throws -> CodeRules {
    try database.read { try $0.codeRules() }
  }
}

extension Connection {
  /// The settings as they were before an entry; without one, as they are.
  func settings(before seq: Int = .max) throws -> [String: String] {
    let changes = try all(Self.settingsQuery(before: seq)) { (try $0.text(0), try $0.text(1)) }
    return Dictionary(changes) { _, last in last }
  }

  static func settingsQuery(before seq: Int = .max) -> SQLQuery {
    "SELECT name, value FROM settings WHERE seq < \(seq) ORDER BY seq"
  }

  func codeRules(before seq: Int = .max) throws -> CodeRules {
    CodeRules(urlPrefix: try settings(before: seq)[LedgerSetting.urlPrefix.rawValue] ?? "")
  }
}
