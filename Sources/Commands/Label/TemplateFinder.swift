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
    let known = Set(names.map(\.name)).sorted()
    let list = known.joined(separator: ", ")
    throw InputFault(
      code: "template.missing",
      message: "There is no template \(quoted(name))." + Suggestion.hint(for: name, among: known)
        + (known.isEmpty ? "" : " Known: \(list)."))
  }

  /// The paths of all templates that have a name, by name; of two with one name the one that
  /// `path(_:)` finds.
  static var all: [String] {
    var paths: [String: String] = [:]
    for (name, path) in names where paths[name] == nil { paths[name] = path }
    return paths.keys.sorted().compactMap { paths[$0] }
  }

  private static var names: [(name: String, path: String)] {
    folders.flatMap { folder in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return files.filter { $0.hasSuffix(".yaml") }.map {
        (String($0.dropLast(5)), "\(folder)/\($0)")
      }
    }
  }

  /// The templates beside the person, and those that came with the program.
  private static var folders: [String] {
    let program = URL(fileURLWithPath: Bundle.main.executablePath ?? "").resolvingSymlinksInPath()
    let installed = program.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("share/tallymark/templates")
    return ["templates", installed.path]
  }
}
