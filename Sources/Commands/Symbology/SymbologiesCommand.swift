import ArgumentParser
import Barcodes

/// `tally symbologies`.
struct SymbologiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "symbologies",
    abstract: "Lists the kinds of symbols, and what can be done with them.",
    discussion: "  tally symbologies --format ndjson")

  @OptionGroup var output: OutputOptions

  private struct Row: Encodable {
    let name: String
    let title: String
    let identifier: String
    let read: Bool
    let write: Bool
    let on: Bool
    let engine: String?
    let standard: String

    init(_ symbology: Symbology) {
      let facts = symbology.facts
      (name, title, identifier) = (facts.name, facts.title, facts.identifier)
      (read, write, on) = (facts.canRead, facts.canWrite, facts.onByDefault)
      (engine, standard) = (facts.engine, facts.standard)
    }
  }

  func run() throws {
    func yes(_ value: Bool) -> String { value ? "yes" : "no" }
    try Listing<Row>(columns: [
      .init("name") { $0.name }, .init("identifier") { $0.identifier },
      .init("read") { yes($0.read) }, .init("write") { yes($0.write) },
      .init("on") { yes($0.on) }, .init("engine") { $0.engine ?? "" },
      .init("standard") { $0.standard },
    ]).print(Symbology.allCases.map(Row.init), as: output.chosen)
  }
}
