internal import CSpawn
import Foundation

/// The owner of an open descriptor that no child inherits; closed when the last one lets go.
final class Descriptor: Sendable {
  let number: Int32

  /// Takes over an open descriptor.
  init(owning number: Int32) { self.number = number }

  deinit { close(number) }

  /// `/dev/null`, for reading and writing.
  static func nothing() throws(ChildFault) -> Descriptor {
    try opened(open("/dev/null", O_RDWR | O_CLOEXEC))
  }

  /// A second descriptor of an open file.
  static func copy(of number: Int32) throws(ChildFault) -> Descriptor {
    try opened(fcntl(number, F_DUPFD_CLOEXEC, 3))
  }

  /// Whatever the parent has closed: the numbers of the standard streams stay free of pipes.
  private static func opened(_ number: Int32) throws(ChildFault) -> Descriptor {
    guard number >= 0 else { throw .noDescriptor }
    guard number < 3 else { return Descriptor(owning: number) }
    let low = Descriptor(owning: number)
    return try copy(of: low.number)
  }

  /// A pipe's two ends.
  static func pipe() throws(ChildFault) -> (reading: Descriptor, writing: Descriptor) {
    var (reading, writing): (Int32, Int32) = (-1, -1)
    guard cspawn_pipe(&reading, &writing) == 0 else { throw .noDescriptor }
    let (first, second) = (Descriptor(owning: reading), Descriptor(owning: writing))
    guard min(reading, writing) < 3 else { return (first, second) }
    return (try copy(of: first.number), try copy(of: second.number))
  }

  /// Makes reads and writes of the parent's end return instead of waiting.
  func stopWaiting() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }
}

extension ChildFault {
  static var noDescriptor: ChildFault {
    ChildFault(
      code: "child.unstartable",
      message: "No program can be started: \(String(cString: strerror(errno))).")
  }
}
