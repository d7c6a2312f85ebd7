import ArgumentParser

/// `tally asset`.
struct AssetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "asset", abstract: "Things with a tag.",
    subcommands: [
      AssetImport.self, AssetAdd.self, AssetList.self, AssetShow.self, AssetEdit.self,
      AssetMove.self, AssetStatusChange.self, AssetAssign.self, AssetReturn.self,
      AssetTransfer.self, AssetVerify.self, AssetAttach.self, AssetHistoryCommand.self,
      AssetFieldCommand.self,
    ])
}
