import ArgumentParser

/// `tally label`.
struct LabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label", abstract: "Labels from templates.",
    subcommands: [
      LabelRender.self, LabelPrint.self, LabelPreview.self, LabelCheck.self, LabelTemplates.self,
      LabelSheets.self,
    ])
}
