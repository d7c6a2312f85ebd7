import Foundation
import TestSupport
import Testing

/// Every command and option is documented, and has an example.
struct DocumentationTests {
  struct Command {
    let path: [String]
    let json: [String: Any]

    var children: [Command] {
      (json["subcommands"] as? [[String: Any]] ?? [])
        .map { Command(path: path + [$0["commandName"] as? String ?? ""], json: $0) }
        .filter { $0.path.last != "help" && $0.json["shouldDisplay"] as? Bool != false }
    }

    var all: [Command] { [self] + children.flatMap(\.all) }

    var options: [[String: Any]] {
      (json["arguments"] as? [[String: Any]] ?? []).filter { $0["shouldDisplay"] as? Bool == true }
    }

    static func root() throws -> Command {
      let dump = try Tally.program.run(["--experimental-dump-help"]).object
      return Command(path: ["tally"], json: try #require(dump["command"] as? [String: Any]))
    }
  }

  @Test func `every command says what it does, with an example, and every option has its help`()
    throws
  {
    for command in try Command.root().all {
      let name = command.path.joined(separator: " ")
      #expect(!(command.json["abstract"] as? String ?? "").isEmpty, "\(name)")
      let discussion = command.json["discussion"] as? String ?? ""
      if command.children.isEmpty || command.path.count == 1 {
        #expect(discussion.contains("tally "), "\(name) has no example")
      }
      for option in command.options {
        #expect(
          !(option["abstract"] as? String ?? "").isEmpty, "\(name) \(option["valueName"] ?? "")")
      }
    }
  }

  @Test func `every command has its section in docs/CLI.md, with every option`() throws {
    let page = try String(contentsOfFile: ProjectFolder.path("docs/CLI.md"), encoding: .utf8)
    let sections = page.components(separatedBy: "\n### ")
    for command in try Command.root().all where command.children.isEmpty {
      let name = command.path.joined(separator: " ")
      let section = try #require(sections.first { $0.hasPrefix(name + "\n") }, "\(name)")
      for option in command.options {
        for long in option["names"] as? [[String: Any]] ?? []
        where long["kind"] as? String == "long" {
          let word = try #require(long["name"] as? String)
          let isThere =
            Self.general.contains(word) || section.contains("--\(word)`")
            || section.contains("--\(word) ") || section.contains("--\(word)…")
          #expect(isThere, "\(name) --\(word)")
        }
      }
    }
  }

  /// Options that the page's beginning describes once for all commands.
  private static let general = [
    "help", "version", "format", "ledger", "as", "quiet", "no-progress",
  ]

  @Test func `help goes to standard output with status 0, wrong usage to standard error with 64`()
    throws
  {
    let help = try Tally.program.run(["stocktake", "scan", "--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("tally stocktake scan"))
    let wrong = try Tally.program.run(["stocktake", "scna"])
    #expect(wrong.status == 64)
    #expect(wrong.output.isEmpty)
    let version = try Tally.program.run(["--version"]).output
    #expect(version.contains(/zbar [0-9.]+ \(CVE-2023-40889 and -40890: (fixed|open|unknown)\)/))
    #expect(version.contains(/libdmtx [0-9.]+/))
  }
}
