import Diagnostics
import Glibc

/// A file that is written under another name in the same folder, and gets its own when it is whole.
///
/// What was there stays as it was until then, also where the machine stops. Whoever lets go of it
/// before loses nothing but what was written.
package final class GrowingFile {
  /// The name that it has meanwhile.
  package let temporaryPath: String
  private let path: String
  private var descriptor: Int32

  /// Begins a file.
  ///
  /// - Parameter mayBeDatabase: whether what it is to replace may be a database; else that stays,
  ///   since somebody who exports a table into a ledger's file means something else.
  /// - Throws: `StorageFault` `file.unwritable`.
  package init(at path: String, overDatabase mayBeDatabase: Bool = false) throws(StorageFault) {
    self.path = path
    try Self.refuseOthers(path, mayBeDatabase: mayBeDatabase)
    temporaryPath = "\(path).\(getpid()).partial"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path, errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  /// Appends bytes.
  package func write(_ bytes: [UInt8]) throws(StorageFault) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw .unwritable(path, errno) }
      start += written
    }
  }

  /// Gives the file its name, once all of it is on the disk.
  ///
  /// - Parameter replacing: whether a file of that name may be there; else it stays as it is.
  /// - Throws: `StorageFault` `file.exists` or `file.unwritable`.
  package func publish(replacing: Bool) throws(StorageFault) {
    // Again by its name: somebody else may have put another file in its place.
    let written = open(temporaryPath, O_RDONLY | O_CLOEXEC)
    guard written >= 0, fsync(written) == 0, close(written) == 0 else {
      throw .unwritable(path, errno)
    }
    // A link, unlike a new name, is refused where the name is taken.
    guard replacing ? rename(temporaryPath, path) == 0 : link(temporaryPath, path) == 0 else {
      throw errno == EEXIST ? .exists(path) : .unwritable(path, errno)
    }
    if !replacing { unlink(temporaryPath) }
    close(descriptor)
    descriptor = -1
    try Self.syncFolder(of: path)
  }

  /// A device or a pipe must not get a file put in its place.
  private static func refuseOthers(
    _ path: String, mayBeDatabase: Bool
  ) throws(StorageFault) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    guard !isFile || (!mayBeDatabase && isDatabase(path)) else { return }
    let name = SafeText.terminal(path)
    throw StorageFault(
      code: "file.unwritable",
      message: isFile
        ? "\(name) is a database of SQLite, maybe a ledger, and stays; give another name."
        : "\(name) is there and is no file; give the path of a file.")
  }

  private static func isDatabase(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: SQLiteDatabase.magic.count)
    return read(descriptor, &start, start.count) == start.count && start == SQLiteDatabase.magic
  }

  /// A name lasts once its folder is on the disk, too.
  private static func syncFolder(of path: String) throws(StorageFault) {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path, errno) }
    defer { close(descriptor) }
    // Some file systems can't; their renames last as long as they do.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .unwritable(path, errno) }
  }
}

extension StorageFault {
  package static func exists(_ path: String) -> StorageFault {
    StorageFault(
      code: "file.exists",
      message: "\(SafeText.terminal(path)) is there already; give another name, or --force to "
        + "replace it.")
  }

  fileprivate static func unwritable(_ path: String, _ error: Int32) -> StorageFault {
    StorageFault(
      code: "file.unwritable",
      message: "\(SafeText.terminal(path)) can't be written: "
        + "\(String(cString: strerror(error)).lowercased()).")
  }
}
