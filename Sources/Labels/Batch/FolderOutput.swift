import Diagnostics
import Foundation

/// A folder with a file a label.
final class FolderOutput: LabelOutput {
  private let folder: String
  private var claims = FileClaims()

  /// Makes the folder where it isn't there.
  init(_ folder: String) throws(LabelFault) {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LabelFault(
        code: LabelFault.unwritableCode,
        message: "the folder \(SafeText.quoted(folder)) can't be made: "
          + "\(FileReason.text(error).lowercased()).")
    }
  }

  /// Refuses a row where another has one of its files.
  func place(_ label: MadeLabel, of order: LabelOrder) throws(LabelFault) -> [LabelPlace] {
    for name in label.names {
      guard let first = claims.claim(name, row: order.row) else { continue }
      throw LabelFault(
        code: "label.file-taken",
        message: first == order.row
          ? "two copies would both be written to \(SafeText.quoted(name))."
          : "the file \(SafeText.quoted(name)) is already that of row \(first).")
    }
    return label.names.map { LabelPlace(file: $0) }
  }

  func write(_ orders: [FilledOrder]) -> Writing? {
    let folder = folder
    return { () throws(LabelFault) in
      for case .labels(let labels) in orders.lazy.map(\.outcome) {
        for label in labels {
          for name in label.names { try OutputFile("\(folder)/\(name)").write(label.bytes) }
        }
      }
    }
  }

  /// One sync of the file system: an fsync a file would take longer than drawing the labels.
  func finish() throws(LabelFault) { try OutputFile.syncFileSystem(of: folder) }
}
