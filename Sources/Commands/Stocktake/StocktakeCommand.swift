import ArgumentParser

/// `tally stocktake`.
struct StocktakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stocktake",
    abstract: "Counts: what is found, misplaced, missing, or not looked at.",
    discussion: """
        tally stocktake open "Autumn count" --scope HQ
        tally stocktake scan "Autumn count" photos --locations-from-folders
        tally stocktake done "Autumn count" HQ/2/201 HQ/2/202
        tally stocktake close "Autumn count"
        tally stocktake report "Autumn count"
        tally stocktake explain "Autumn count" AST-000017
      """,
    subcommands: [
      StocktakeOpen.self, StocktakeList.self, StocktakeStatus.self, StocktakeScan.self,
      StocktakeRecord.self, StocktakeVoid.self, StocktakeDone.self, StocktakeClose.self,
      StocktakeReportCommand.self, StocktakeExplain.self, StocktakeReplay.self,
    ])
}
