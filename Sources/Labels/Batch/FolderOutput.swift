import Diagnostics
import Foundation

/// A folder with a file a label.
final class FolderOutput: LabelOutput {
  private let folder: OutputFolder
  private var claims = FileClaims()

  /// Makes the folder where it isn't there.
  init(_ folder: String) throws(LabelFault) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LabelFault(
        code: LabelFault.unwritableCode,
        message: "the folder \(SafeText.quoted(folder)) can't be made: "
          + "\(FileReason.text(error).lowercased()).")
    }
    self.folder = try OutputFolder(folder)
  }

  /// Refuses a row where another has one of its files.
  func place(_ labels: [MadeLabel], of order: LabelOrder) throws(LabelFault) -> [LabelPlace] {
    let names = labels.flatMap(\.names)
    for name in names {
      guard let first = claims.owner(of: name) else { continue }
      throw LabelFault(
        code: "label.file-taken",
        message: "the file \(SafeText.quoted(name)) is already that of row \(first).")
    }
    if labels.count > 1, let name = twin(among: names) {
      throw LabelFault(
        code: "label.file-taken",
        message: "two copies would both be written to \(SafeText.quoted(name)).")
    }
    for name in names { claims.claim(name, row: order.row) }
    return names.map { LabelPlace(file: $0) }
  }

  private func twin(among names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }

  func keep(_ places: [LabelPlace], of order: LabelOrder) {
    for place in places { claims.claim(place.file, row: order.row) }
  }

  /// On the one thread that collects: several that make files in one folder wait for each other in the
  /// kernel, which costs as much again.
  func write(_ orders: [FilledOrder]) throws(LabelFault) -> Writing? {
    for order in orders {
      guard case .labels(let labels) = order.outcome else { continue }
      for label in labels {
        for name in label.names { try OutputFile(name, in: folder).write(label.bytes) }
      }
    }
    return nil
  }

  /// One sync of the file system: an fsync a file would take longer than drawing the labels.
  func finish(isComplete: Bool) throws(LabelFault) {
    try folder.syncFileSystem()
  }
}
