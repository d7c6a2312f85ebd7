import ArgumentParser

/// `tally asset field`.
struct AssetFieldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "field", abstract: "Fields of your own.",
    subcommands: [AssetFieldAdd.self, AssetFieldList.self])
}
