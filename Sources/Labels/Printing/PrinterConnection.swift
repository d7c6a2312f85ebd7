import Diagnostics
import Glibc

/// A connection to a printer, on which bytes count when the printer's side has taken them.
///
/// A send that succeeds says only that the system has the bytes. Each batch of bytes is waited for until
/// the other side has acknowledged it, so that it can be said how many labels went out.
final class PrinterConnection {
  private let descriptor: Int32
  private let name: String
  private let timeout: Duration
  /// Bytes that were handed to the system.
  private var sent = 0

  /// Connects, to each address of the host in turn.
  ///
  /// - Parameter timeout: how long the printer may take to answer, or to take more bytes.
  /// - Throws: `printer.unreachable`.
  init(host: String, port: UInt16, name: String, timeout: Duration) throws(LabelFault) {
    (self.name, self.timeout) = (SafeText.terminal(name), timeout)
    var reason = ""
    var found: Int32?
    for address in try Self.addresses(host, port, name) {
      switch Self.connect(to: address, timeout) {
      case .success(let descriptor): found = descriptor
      case .failure(let error): reason = error.words
      }
      if found != nil { break }
    }
    guard let found else {
      throw LabelFault(
        code: "printer.unreachable",
        message: "\(SafeText.terminal(name)) can't be reached: \(reason). Nothing was sent.")
    }
    descriptor = found
  }

  deinit { close(descriptor) }

  /// Bytes that the printer's side has taken.
  var taken: Int {
    var waiting: Int32 = 0
    // SIOCOUTQ: what was sent and isn't acknowledged (tcp(7)); it is TIOCOUTQ to the headers.
    guard ioctl(descriptor, UInt(TIOCOUTQ), &waiting) == 0 else { return sent }
    return sent - Int(waiting)
  }

  /// Sends bytes and waits until the printer's side has taken all.
  ///
  /// - Throws: `printer.silent` or `printer.dropped`, without saying what was lost.
  func send(_ bytes: [UInt8]) throws(LabelFault) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done,
          Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        done += count
        sent += count
      } else if errno == EAGAIN {
        try wait(for: Int16(POLLOUT))
      } else if errno != EINTR {
        throw dropped(errno)
      }
    }
    try awaitTaking()
  }

  private func awaitTaking() throws(LabelFault) {
    var last = taken
    var patience = ContinuousClock.now + timeout
    var pause: UInt32 = 50
    while taken < sent {
      try refuseError()
      usleep(pause)
      pause = min(pause * 2, 20_000)
      if taken > last { (last, patience) = (taken, .now + timeout) }
      guard ContinuousClock.now < patience else { throw silent() }
    }
    try refuseError()
  }

  private func wait(for events: Int16) throws(LabelFault) {
    var poll = pollfd(fd: descriptor, events: events, revents: 0)
    let milliseconds = Int32(clamping: Int64(timeout / .milliseconds(1)))
    let count = Glibc.poll(&poll, 1, milliseconds)
    guard count != 0 else { throw silent() }
    try refuseError()
  }

  private func refuseError() throws(LabelFault) {
    let error = Self.error(of: descriptor)
    guard error == 0 else { throw dropped(error) }
  }

  private func dropped(_ error: Int32) -> LabelFault {
    LabelFault(
      code: "printer.dropped",
      message: "\(name) broke the connection off (\(SystemError(error).words))")
  }

  private func silent() -> LabelFault {
    LabelFault(
      code: "printer.silent",
      message:
        "\(name) has taken nothing for \(timeout.components.seconds) seconds; is it out of labels, "
        + "or paused?")
  }
}

/// An error number of the system.
private struct SystemError: Error {
  let words: String
  init(_ number: Int32) { words = String(cString: strerror(number)).lowercased() }
}

extension PrinterConnection {
  private struct Address {
    let family: Int32
    let bytes: [UInt8]
  }

  private static func addresses(
    _ host: String, _ port: UInt16, _ name: String
  ) throws(LabelFault) -> [Address] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, "\(port)", &hints, &list)
    defer { freeaddrinfo(list) }
    var addresses: [Address] = []
    var next = list
    while status == 0, let info = next?.pointee {
      let bytes = UnsafeRawBufferPointer(start: info.ai_addr, count: Int(info.ai_addrlen))
      addresses.append(Address(family: info.ai_family, bytes: Array(bytes)))
      next = info.ai_next
    }
    guard !addresses.isEmpty else {
      throw LabelFault(
        code: "printer.unreachable",
        message: "\(SafeText.terminal(name)) can't be reached: "
          + "\(String(cString: gai_strerror(status)).lowercased()). Nothing was sent.")
    }
    return addresses
  }

  private static func connect(
    to address: Address, _ timeout: Duration
  ) -> Result<Int32, SystemError> {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    let descriptor = socket(address.family, kind | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return .failure(SystemError(errno)) }
    let status = address.bytes.withUnsafeBytes {
      // Sound: the bytes are those of a `sockaddr` that getaddrinfo made, and the call only reads.
      Glibc.connect(
        descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
    }
    var error = status == 0 ? 0 : errno
    if error == EINPROGRESS {
      var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      let milliseconds = Int32(clamping: Int64(timeout / .milliseconds(1)))
      error = Glibc.poll(&poll, 1, milliseconds) == 0 ? ETIMEDOUT : Self.error(of: descriptor)
    }
    guard error == 0 else {
      close(descriptor)
      return .failure(SystemError(error))
    }
    return .success(descriptor)
  }

  /// What the system holds against a connection; 0 for nothing.
  private static func error(of descriptor: Int32) -> Int32 {
    var error: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno
  }
}
