import ArgumentParser
import Diagnostics
import Ledger

/// `tally ledger devices`.
struct LedgerDevices: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices", abstract: "Which devices recorded events, and what is missing of them.",
    discussion: """
      A device numbers its events. Numbers that never came are listed: those events may be on their \
      way, or lost. Events that a device dates more than five minutes into the future are counted.

        tally ledger devices
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  private static var listing: Listing<DeviceOverview> {
    Listing(columns: [
      .init("device") { SafeText.terminal($0.device) },
      .init("events", isNumber: true) { "\($0.events)" },
      .init("last number", isNumber: true) { "\($0.lastSeq)" },
      .init("last seen") { $0.lastSeen },
      .init("missing", isNumber: true) { "\($0.missing)" },
      .init("gaps") { $0.gaps.prefix(5).map(text).joined(separator: " ") },
      .init("clock ahead", isNumber: true) { "\($0.clockSuspect)" },
    ])
  }

  private static func text(_ gap: DeviceOverview.Gap) -> String {
    gap.first == gap.last ? "\(gap.first)" : "\(gap.first)-\(gap.last)"
  }

  func run() throws {
    try Self.listing.print(ledger.existing().devices(), as: output.chosen)
  }
}
