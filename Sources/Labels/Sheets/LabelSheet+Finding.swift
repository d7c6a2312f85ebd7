import Diagnostics
import Foundation

extension LabelSheet {
  /// The sheet of a name in any case of letters, or the one that a YAML file describes.
  ///
  /// - Parameter folder: what the path of a file is relative to.
  /// - Throws: `LabelFault` `sheet.unknown` with the nearest name, or `TemplateFault` with all that
  ///   is wrong with the file.
  package static func find(_ name: String, in folder: String = ".") throws -> LabelSheet {
    let wanted = name.lowercased()
    if let sheet = known.first(where: { $0.name == wanted || $0.aliases.contains(wanted) }) {
      return sheet
    }
    let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
    if FileManager.default.fileExists(atPath: path) { return try read(path) }
    let names = known.flatMap { [$0.name] + $0.aliases }
    throw LabelFault(
      code: "sheet.unknown",
      message: "There is no sheet \(SafeText.quoted(name)), and no file of that name."
        + Suggestion.hint(for: wanted, among: names)
        + " “tally label sheets” lists the \(known.count) that are known; your own is a YAML file.")
  }
}
