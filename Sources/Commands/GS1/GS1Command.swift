import ArgumentParser

/// `tally gs1`.
struct GS1Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gs1", abstract: "Turns GS1 messages from one form into another.",
    discussion: """
      tally gs1 link '(01)09506000134352(10)AB-12' --domain https://example.org/p
      tally gs1 elements https://id.gs1.org/01/09506000134352/10/AB-12
      """,
    subcommands: [GS1Elements.self, GS1Link.self])
}
