import CSync
import Diagnostics
import Glibc

/// The owner of a file that is being written.
struct OutputFile: ~Copyable {
  private let descriptor: Int32
  private let folder: String?
  private let name: String

  /// For messages.
  private var path: String { folder.map { "\($0)/\(name)" } ?? name }

  /// Opens a file, whether or not it was there: empty, or with all that it holds and at its beginning.
  ///
  /// - Throws: `label.unwritable`.
  init(_ path: String, keepingContent: Bool = false) throws(LabelFault) {
    (folder, name) = (nil, path)
    descriptor = open(
      path, O_WRONLY | O_CREAT | O_CLOEXEC | (keepingContent ? 0 : O_TRUNC), 0o644)
    guard descriptor >= 0 else { throw Self.unwritable(path) }
  }

  /// Opens a file of a folder, empty, whether or not it was there.
  ///
  /// - Throws: `label.unwritable`.
  init(_ name: String, in folder: borrowing OutputFolder) throws(LabelFault) {
    (self.folder, self.name) = (folder.path, name)
    descriptor = openat(
      folder.descriptor, name, O_WRONLY | O_CREAT | O_CLOEXEC | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw Self.unwritable("\(folder.path)/\(name)") }
  }

  deinit { close(descriptor) }

  /// Writes all of the bytes.
  func write(_ bytes: [UInt8]) throws(LabelFault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count >= 0 || errno == EINTR else { throw Self.unwritable(path) }
      written += max(0, count)
    }
  }

  /// Goes to where the next byte is to be written.
  func seek(to offset: Int) throws(LabelFault) {
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw Self.unwritable(path) }
  }

  /// Takes away all from an offset on.
  func cut(at offset: Int) throws(LabelFault) {
    guard ftruncate(descriptor, off_t(offset)) == 0 else { throw Self.unwritable(path) }
  }

  /// Waits until what was written outlasts a loss of power; what can't be synced, such as a pipe,
  /// isn't.
  func sync() throws(LabelFault) {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw Self.unwritable(path)
    }
  }

  static func unwritable(_ path: String) -> LabelFault {
    LabelFault(
      code: LabelFault.unwritableCode,
      message: "\(SafeText.terminal(path)) can't be written: "
        + "\(String(cString: strerror(errno)).lowercased()).")
  }
}

/// The owner of an open folder: its files are opened without a search of the whole path.
struct OutputFolder: ~Copyable {
  fileprivate let descriptor: Int32
  fileprivate let path: String

  /// Opens a folder that is there.
  ///
  /// - Throws: `label.unwritable`.
  init(_ path: String) throws(LabelFault) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFile.unwritable(path) }
  }

  deinit { close(descriptor) }

  /// Waits until all files of its file system outlast a loss of power.
  func syncFileSystem() throws(LabelFault) {
    guard syncfs(descriptor) == 0 else { throw OutputFile.unwritable(path) }
  }
}

extension LabelFault {
  static let unwritableCode = "label.unwritable"
}
