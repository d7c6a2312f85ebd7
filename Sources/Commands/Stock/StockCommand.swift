import ArgumentParser

/// `tally stock`.
struct StockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stock", abstract: "Parts that are kept in quantities.",
    subcommands: [
      StockPartCommand.self, StockParts.self, StockAdd.self, StockIssue.self, StockMove.self,
      StockAdjust.self, StockList.self, StockHistory.self,
    ])
}
