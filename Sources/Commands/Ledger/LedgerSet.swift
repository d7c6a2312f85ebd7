import ArgumentParser
import Ledger

/// `tally ledger set`.
struct LedgerSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Decides how this ledger's owner works.",
    discussion: """
      url-prefix is what stands before the tag in your labels' URLs. It is taken off a scanned code, \
      so that the QR code and the Code 128 of one label lead to the same asset.

        tally ledger set url-prefix https://assets.example.org/a/
      """)

  @Argument(help: "\(LedgerSetting.allCases.map(\.rawValue).joined(separator: ", ")).")
  var setting: String

  @Argument(help: "Its new value.")
  var value: String

  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let setting = try LedgerSetting.named(setting)
    try ledger.createdIfMissing().set(setting, to: value, by: ledger.principal)
  }
}
