import ArgumentParser
import Ledger
import Storage

/// `tally ledger info`.
struct LedgerInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "What a ledger holds.", discussion: "  tally ledger info")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  private struct Fact: Encodable {
    let name: String
    let value: String
  }

  func run() throws {
    let store = try ledger.existing()
    let info = try store.info()
    noteDoubles(try store.locationDoubles())
    guard output.chosen == .table || output.chosen == .csv else {
      let text = output.chosen == .json ? try JSONText.pretty(info) : try JSONText.line(info)
      return StandardOutput.line(text)
    }
    let facts = [
      Fact(name: "ledger", value: try ledger.address.description),
      Fact(name: "entries", value: "\(info.entries)"),
      Fact(name: "assets", value: "\(info.assets)"),
      Fact(name: "locations", value: "\(info.locations)"),
      Fact(name: "stocktakes", value: "\(info.stocktakes)"),
      Fact(name: "scan events", value: "\(info.scanEvents)"),
      Fact(name: "verifier key", value: info.verifierKey),
    ]
    let former = (info.formerKeys ?? []).map { Fact(name: "former key", value: $0) }
    let settings = info.settings.sorted { $0.key < $1.key }.map {
      Fact(name: $0.key, value: $0.value)
    }
    try Listing<Fact>(columns: [.init("what") { $0.name }, .init("value") { $0.value }])
      .print(facts + former + settings, as: output.chosen)
  }

  /// An older program let them be made.
  private func noteDoubles(_ codes: [String]) {
    guard !codes.isEmpty else { return }
    Terminal.note(
      "The code or name of these locations differs from another's only in case or spaces: "
        + codes.map { quoted($0) }.joined(separator: ", ") + ".")
  }
}
