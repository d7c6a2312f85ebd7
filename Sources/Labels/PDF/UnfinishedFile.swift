import Glibc

/// A file that is written under another name, which is taken off when it is complete; one that isn't
/// finished is taken away.
final class UnfinishedFile {
  /// What it is to be called.
  let path: String
  private var isFinished = false

  init(_ path: String) { self.path = path }

  deinit { if !isFinished { unlink(partial) } }

  private var partial: String { path + ".partial" }

  /// Begins it.
  ///
  /// - Throws: `label.unwritable`.
  func open() throws(LabelFault) -> OutputFile { try OutputFile(partial) }

  /// Gives it its name.
  ///
  /// - Throws: `label.unwritable`.
  func finish() throws(LabelFault) {
    guard rename(partial, path) == 0 else { throw OutputFile.unwritable(path) }
    isFinished = true
  }
}
