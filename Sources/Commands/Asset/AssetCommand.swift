import ArgumentParser

/// `tally asset`.
struct AssetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "asset", abstract: "Things with a tag.",
    subcommands: [AssetImport.self, AssetExport.self, AssetList.self, AssetShow.self])
}
