import ArgumentParser

/// `tally label`.
struct LabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label", abstract: "Labels from templates, and what becomes of them.",
    subcommands: [
      LabelRender.self, LabelPrint.self, LabelPreview.self, LabelCheck.self, LabelTemplates.self,
      LabelSheets.self, LabelIssued.self, LabelStatusCommand.self, LabelAttach.self,
      LabelReplace.self, LabelRetire.self, LabelVoid.self,
    ])
}
