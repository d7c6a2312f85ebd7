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

  /// Ends a row where another has the next of its files.
  func place(_ labels: [MadeLabel], of order: LabelOrder) -> PlacedCopies {
    var placed = PlacedCopies()
    for name in labels.lazy.flatMap(\.names) {
      if let owner = claims.owner(of: name) {
        placed.refusal = taken(name, by: owner, order)
        break
      }
      claims.claim(name, row: order.row)
      placed.places.append(LabelPlace(file: name))
    }
    return placed
  }

  private func taken(_ name: String, by owner: Int, _ order: LabelOrder) -> LabelFault {
    LabelFault(
      code: "label.file-taken",
      message: owner == order.row
        ? "two copies would both be written to \(SafeText.quoted(name))."
        : "the file \(SafeText.quoted(name)) is already that of row \(owner); names that differ "
          + "only in the case of letters count as one.")
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
