import Glibc
import Synchronization

/// The bytes of a font file, mapped into memory once, however many faces and sizes read them.
///
/// Each mapping counts its pages anew, and a batch has dozens of faces. Mappings stay as long as the
/// process: fonts are few, and faces of several threads share them.
///
/// `@unchecked Sendable` is sound: the bytes are only read.
struct FontBytes: @unchecked Sendable {
  let start: UnsafeRawPointer
  let count: Int

  private static let mapped = Mutex<[String: FontBytes]>([:])

  /// The bytes of a file; nil where it can't be read or is empty.
  static func of(_ path: String) -> FontBytes? {
    mapped.withLock { mapped in
      if let bytes = mapped[path] { return bytes }
      let bytes = map(path)
      mapped[path] = bytes
      return bytes
    }
  }

  private static func map(_ path: String) -> FontBytes? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let start, start != MAP_FAILED else { return nil }
    return FontBytes(start: UnsafeRawPointer(start), count: Int(status.st_size))
  }
}
