import ArgumentParser
import Diagnostics
import Ledger

/// `tally asset history`.
struct AssetHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Tells what became of an asset, a line a change.",
    discussion: """
      The newest line is the last one.

        tally asset history AST-000017
        tally asset history AST-000017 --format json
      """)

  @Argument(help: "The asset's tag, another code of it, its number or its id.")
  var code: String

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try ledger.existing()
    let story = try store.story(of: store.asset(named: code))
    if story.hasOlder { Terminal.note("Older sightings are left out.") }
    switch output.chosen {
    case .table: story.lines.map(\.sentence).forEach(StandardOutput.line)
    default: try Self.listing.print(story.lines, as: output.chosen)
    }
  }

  private static var listing: Listing<AssetStory.Line> {
    Listing(columns: [
      .init("at") { $0.at }, .init("by") { $0.by }, .init("kind") { $0.kind },
      .init("text") { $0.text }, .init("note") { $0.note ?? "" },
    ])
  }
}

extension AssetStory.Line {
  /// `2026-11-21 10:02 ann moved it from HQ/1 to HQ/2: desk was given up`.
  fileprivate var sentence: String {
    let time = at.prefix(16).replacing("T", with: " ")
    let words = "\(time) \(by) \(text)" + (note.map { ": \($0)" } ?? "")
    return SafeText.terminal(words)
  }
}
