import Foundation
import Glibc
import Synchronization

/// A printer for tests: a socket of this machine that takes one connection.
public final class Listener: Sendable {
  public let port: UInt16
  private let descriptor: Int32

  /// Nil where the machine has no address of the family.
  public init?(isSix: Bool) {
    let descriptor = socket(isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // What the system takes for one that doesn't read is a few kilobytes.
    var buffer: Int32 = 2048
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVBUF, &buffer, socklen_t(MemoryLayout<Int32>.size))
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var six = sockaddr_in6()
    six.sin6_family = sa_family_t(AF_INET6)
    six.sin6_addr = in6addr_loopback
    let status =
      isSix
      ? Self.bind(descriptor, &six, MemoryLayout<sockaddr_in6>.size)
      : Self.bind(descriptor, &four, MemoryLayout<sockaddr_in>.size)
    guard descriptor >= 0, status == 0, listen(descriptor, 4) == 0 else { return nil }
    var bound = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    _ = withUnsafeMutableBytes(of: &bound) {
      getsockname(descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), &size)
    }
    // Both families have the port at the same place.
    port = UInt16(bigEndian: bound.sin6_port)
    self.descriptor = descriptor
  }

  private static func bind<Address>(
    _ descriptor: Int32, _ address: inout Address, _ size: Int
  ) -> Int32 {
    withUnsafeBytes(of: &address) {
      Glibc.bind(
        descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(size))
    }
  }

  public func close() { Glibc.close(descriptor) }

  /// What a thread brings back.
  public final class Received: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    private let isDone = DispatchSemaphore(value: 0)

    fileprivate func finish(_ all: [UInt8]) {
      bytes.withLock { $0 = all }
      isDone.signal()
    }

    @discardableResult
    public func wait() -> [UInt8] {
      _ = isDone.wait(timeout: .now() + 60)
      return bytes.withLock { $0 }
    }
  }

  /// Reads all that one connection sends; or breaks off after some bytes.
  public func receiveAll(atMost limit: Int = .max) -> Received {
    let received = Received()
    Thread.detachNewThread { [descriptor] in
      let connection = Glibc.accept(descriptor, nil, nil)
      var all: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 4096)
      while all.count < limit {
        let count = read(connection, &piece, min(piece.count, limit - all.count))
        guard count > 0 else { break }
        all += piece[..<count]
      }
      Glibc.close(connection)
      Glibc.close(descriptor)
      received.finish(all)
    }
    return received
  }

  /// Takes a connection and reads nothing, until it is waited for.
  public func accept() -> Held { Held(descriptor) }

  public final class Held: Sendable {
    private let descriptor: Int32
    fileprivate init(_ descriptor: Int32) { self.descriptor = descriptor }
    public func wait() { Glibc.close(descriptor) }
  }
}
