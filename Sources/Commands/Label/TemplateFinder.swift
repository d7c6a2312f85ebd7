import Diagnostics
import Foundation

/// Finds a template by its path or its name.
enum TemplateFinder {
  /// The path of a template: as given, or `NAME.yaml` in a folder of templates.
  static func path(_ name: String) throws -> String {
    let manager = FileManager.default
    if manager.fileExists(atPath: name) { return name }
    let found = folders.map { "\($0)/\(name).yaml" }.first { manager.fileExists(atPath: $0) }
    if let found { return found }
    let known = folders.flatMap { (try? manager.contentsOfDirectory(atPath: $0)) ?? [] }
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    let list = Set(known).sorted().joined(separator: ", ")
    throw InputFault(
      code: "template.missing",
      message: "There is no template \(quoted(name))." + Suggestion.hint(for: name, among: known)
        + (known.isEmpty ? "" : " Known: \(list)."))
  }

  /// The templates beside the person, and those that came with the program.
  private static var folders: [String] {
    let program = URL(fileURLWithPath: Bundle.main.executablePath ?? "").resolvingSymlinksInPath()
    let installed = program.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("share/tallymark/templates")
    return ["templates", installed.path]
  }
}
