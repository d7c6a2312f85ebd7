import Foundation

/// A regular file, open for reading.
struct ImageFile: ~Copyable {
  private let descriptor: Int32
  /// The size when it was opened.
  let byteCount: Int

  init(path: String) throws(ImageFault) {
    // A pipe or a device without a writer must not make the program wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.unreadable(reason: Self.lastError) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw Self.unreadable(reason: isFolder ? "it is a folder" : "it is not a regular file")
    }
    self.descriptor = descriptor
    byteCount = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The content, at most as much as the file held when it was opened.
  borrowing func read() throws(ImageFault) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, filled in
      while filled < buffer.count {
        let count = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled,
          off_t(filled))
        if count < 0 && errno == EINTR { continue }
        failed = count < 0
        if count <= 0 { break }
        filled += count
      }
    }
    guard !failed else { throw Self.unreadable(reason: Self.lastError) }
    return bytes
  }

  private static var lastError: String { String(cString: strerror(errno)) }

  private static func unreadable(reason: String) -> ImageFault {
    ImageFault(code: "image.unreadable", message: "The file can't be read: \(reason).")
  }
}
