import Foundation
import TestSupport
import Testing

/// Lists of paths on standard input.
struct PathListTests {
  private func tally(_ names: String...) throws -> Tally {
    let tally = try Tally()
    for name in names {
      try tally.folder.write(name, "")
      let drawn = try tally("encode", "code-128", "A1", "--format", "png", "--out", name)
      try #require(drawn.status == 0)
    }
    return tally
  }

  private func paths(_ result: Program.Result) -> [String] {
    result.objects.compactMap { $0["path"] as? String }
  }

  @Test func `names may hold all but line ends, and with --null those too`() throws {
    let names = [" a.png", "-q", "b\\.png", "ü €.png", "\u{1B}[2J.png", "*.png", "c.png "]
    let tally = try Tally()
    let picture = try self.tally("p.png").folder.bytes("p.png")
    for name in names + ["line\nend.png"] { try tally.folder.write(name, picture) }
    let lines = try tally("scan", "-", input: names.joined(separator: "\n"))
    #expect(lines.status == 0 && paths(lines) == names, "\(lines.errors)")
    let all = names + ["line\nend.png"]
    let separated = try tally("scan", "-", "--null", input: all.joined(separator: "\0") + "\0")
    #expect(separated.status == 0 && paths(separated) == all, "\(separated.errors)")
  }

  @Test func `empty lines and the line ends of Windows are no part of names`() throws {
    let tally = try tally("a.png", "b.png")
    let result = try tally("scan", "-", input: "\n\r\na.png\r\n\nb.png")
    #expect(result.status == 0 && paths(result) == ["a.png", "b.png"])
  }

  @Test func `what can't be a path is named, and the rest is read`() throws {
    let tally = try tally("a.png")
    let long = String(repeating: "x", count: 3_000_000)
    let result = try tally("scan", "-", input: "nowhere.png\na.png\0b\n\(long)\n.\na.png\n")
    #expect(result.status == 1)
    let codes = result.objects.map { ($0["error"] as? [String: Any])?["code"] as? String }
    #expect(
      codes == [
        "image.unreadable", "path.encoding", "image.unreadable", "image.unreadable", nil,
      ])
    #expect(result.errors.contains("File name too long"))
    #expect(result.errors.contains("--null"))
  }

  @Test func `a name that isn't UTF-8 is told as such`() throws {
    let tally = try tally("a.png")
    let python = try #require(Program.tool("python3"))
    let script = "import shutil; shutil.copy(b'a.png', b'caf\\xe9.png')"
    #expect(try python.run(["-c", script], in: tally.folder.path).status == 0)
    let result = try tally("scan", ".")
    #expect(result.status == 1)
    #expect(result.errors.contains("UTF-8") && paths(result).count == 2)
  }

  @Test(arguments: [["-", "--watch"], ["a.png", "--null"]])
  func `options that mean nothing here are wrong usage`(arguments: [String]) throws {
    let result = try tally("a.png").run(["scan"] + arguments)
    #expect(result.status == 64, "\(result.errors)")
  }
}
