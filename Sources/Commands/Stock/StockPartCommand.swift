import ArgumentParser

/// `tally stock part`.
struct StockPartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "part", abstract: "Parts: kinds of things that are kept in quantities.",
    subcommands: [StockPartAdd.self, StockPartEdit.self], defaultSubcommand: StockPartAdd.self)
}
