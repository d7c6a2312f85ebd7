import ArgumentParser
import GS1

/// `tally gs1 elements`.
struct GS1Elements: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "elements", abstract: "Writes a Digital Link, or any GS1 message, with brackets.",
    discussion: """
        tally gs1 elements https://id.gs1.org/01/09506000134352/10/AB-12
        tally gs1 elements - < links.txt
      """)

  @OptionGroup var texts: GS1Texts

  func run() throws { try texts.each { $0.bracketed } }
}
