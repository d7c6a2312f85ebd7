import ArgumentParser

/// `tally location`.
struct LocationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "location", abstract: "Locations: buildings, rooms, shelves.",
    subcommands: [
      LocationAdd.self, LocationList.self, LocationEdit.self, LocationClose.self,
      LocationReopen.self, LocationImport.self, LocationExport.self,
    ])
}
