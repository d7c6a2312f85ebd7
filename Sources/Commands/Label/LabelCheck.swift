import ArgumentParser
import Diagnostics
import Labels

/// `tally label check`.
struct LabelCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks templates without printing anything.",
    discussion: """
      Everything that is wrong is named with its file, line, column and key; the status is then 1. \
      What depends on a row, such as a symbol that is too wide for its place, shows when labels are \
      made: try “tally label render” with a row or two.

        tally label check my.yaml
        tally label check templates/*.yaml
      """)

  @Argument(help: "Files, or names of templates in templates/.")
  var templates: [String]

  func run() throws {
    var refused = 0
    for name in templates {
      do {
        let template = try LabelTemplate.read(try TemplateFinder.path(name))
        // Opens the fonts, and puts what is the same on every label at its place.
        _ = try LabelRenderer(template)
        StandardOutput.line("\(SafeText.terminal(name)): no fault")
        StandardOutput.line("  \(TemplateRow(template, calledBy: name).inWords)")
      } catch let fault as any Fault {
        refused += 1
        Terminal.complain(fault)
      }
    }
    if refused > 0 { throw ExitStatus.doneWithNo.code }
  }
}
