import ArgumentParser
import GS1

/// `tally gs1 link`.
struct GS1Link: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Writes a GS1 message as a Digital Link URI.",
    discussion: """
        tally gs1 link '(01)09506000134352(10)AB-12'
        tally gs1 link - --domain https://example.org/p < messages.txt
      """)

  @OptionGroup var texts: GS1Texts

  @Option(help: "Scheme and host, and a path where one is wanted.")
  var domain = "https://id.gs1.org"

  func validate() throws {
    let lower = domain.lowercased()
    let host = ["https://", "http://"].first(where: lower.hasPrefix).map {
      domain.dropFirst($0.count)
    }
    guard let host, host.first.map({ $0 != "/" }) ?? false, !domain.contains(where: Self.isStray)
    else {
      throw ValidationError("--domain must be as https://example.org/p, without ? and #.")
    }
  }

  private static func isStray(_ character: Character) -> Bool {
    character.isWhitespace || character == "?" || character == "#"
  }

  func run() throws {
    let base = domain.hasSuffix("/") ? String(domain.dropLast()) : domain
    try texts.each { try $0.digitalLink(domain: base) }
  }
}
