import Foundation

/// Whether somebody is still writing a file.
enum FileCompleteness {
  case complete, beingWritten
  /// No regular file, or none that can be opened: not ours to wait for.
  case absent

  /// What is known of the file at a path.
  ///
  /// - Parameter wasClosed: whether the kernel has just said that a writer closed it.
  static func of(_ path: String, wasClosed: Bool) -> FileCompleteness {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .absent }
    switch hasWriter(path) {
    case true?: return .beingWritten
    case false?: return .complete
    case nil: return wasClosed || isOld(status) ? .complete : .beingWritten
    }
  }

  /// Where the system can't say who has a file open, it counts as complete after this long.
  private static let restSeconds = 2

  private static func isOld(_ status: stat) -> Bool {
    abs(time(nil) - status.st_mtim.tv_sec) > restSeconds
  }

  // fcntl.h has these for _GNU_SOURCE only (fcntl(2), “Leases”).
  private static let setSignal: Int32 = 10
  private static let setLease: Int32 = 1024

  /// Whether a process has the file open for writing: then the kernel gives no read lease.
  ///
  /// Nil where it can't say: leases are for the owner of a file, and not on every file system.
  private static func hasWriter(_ path: String) -> Bool? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // A writer that comes while the lease is held is announced by a signal, SIGIO unless told
    // otherwise, which would end the program.
    guard fcntl(descriptor, setSignal, SIGURG) == 0 else { return nil }
    if fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 {
      _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
      return false
    }
    return errno == EAGAIN ? true : nil
  }
}
