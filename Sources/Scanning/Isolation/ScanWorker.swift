import Foundation

/// The worker's side: takes paths from standard input, and answers with results.
package struct ScanWorker {
  private let scanner: ImageScanner
  private let output: Int32

  /// A worker with the standard streams for itself: what a library prints goes nowhere.
  package init(scanner: ImageScanner) {
    self.scanner = scanner
    output = dup(STDOUT_FILENO)
    let nowhere = open("/dev/null", O_WRONLY)
    dup2(nowhere, STDOUT_FILENO)
    close(nowhere)
  }

  /// Works until its parent closes the pipe, or is gone.
  ///
  /// - Throws: where a request can't be understood.
  package func run() throws {
    Self.endWithParent()
    // An empty frame says that it is ready: starting isn't to be charged to a picture.
    guard write([0, 0, 0, 0]) else { return }
    while let json = nextFrame() {
      let request = try WorkerFrame.value(WorkerFrame.Request.self, json)
      guard write(try WorkerFrame.bytes(scanner.scan(path: request.path))) else { return }
    }
  }

  /// Nil at the end of the pipe.
  private func nextFrame() -> Data? {
    guard let header = bytes(4), let length = WorkerFrame.length(header) else { return nil }
    return bytes(length)
  }

  private func bytes(_ count: Int) -> Data? {
    var data = Data(count: count)
    var filled = 0
    while filled < count {
      let part = data.withUnsafeMutableBytes {
        read(STDIN_FILENO, $0.baseAddress?.advanced(by: filled), count - filled)
      }
      if part < 0 && errno == EINTR { continue }
      guard part > 0 else { return nil }
      filled += part
    }
    return data
  }

  /// False where nobody reads it any more.
  private func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let part = bytes.withUnsafeBytes {
        Foundation.write(output, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if part < 0 && errno == EINTR { continue }
      guard part > 0 else { return false }
      written += part
    }
    return true
  }

  /// A parent that was killed can't end a worker that hangs in a library: its closed pipe does.
  private static func endWithParent() {
    Thread.detachNewThread {
      var parent = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
      while poll(&parent, 1, -1) <= 0 {}
      WorkerFolder.removeOwn()
      _exit(0)
    }
  }
}
