import Foundation

/// A connection that speaks HTTP/1.1 (RFC 9112) over a socket of the system.
///
/// It shares nothing with the service's own stack, so a test sees what is on the wire. It is kept
/// alive from one request to the next, as the service allows.
public final class HTTPClient {
  public let port: Int
  private let socket: Int32
  private var received: [UInt8] = []
  private var position = 0

  /// Connects to 127.0.0.1.
  public init(port: Int) throws {
    self.port = port
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw HTTPFailure.refused(errno: errno) }
    // A service that hangs fails the test instead of stopping it.
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var now: Int32 = 1
    setsockopt(
      socket, Int32(IPPROTO_TCP), TCP_NODELAY, &now, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit { close(socket) }

  public func get(_ target: String, _ fields: [String: String] = [:]) throws -> HTTPAnswer {
    try request("GET", target, fields)
  }

  /// Sends a body of JSON.
  public func post(
    _ target: String, _ body: String, type: String? = "application/json"
  ) throws -> HTTPAnswer {
    try request(
      "POST", target, type.map { ["Content-Type": $0] } ?? [:], body: Array(body.utf8))
  }

  /// Sends a request and waits for its answer.
  public func request(
    _ method: String, _ target: String, _ fields: [String: String] = [:], body: [UInt8]? = nil
  ) throws -> HTTPAnswer {
    var head = "\(method) \(target) HTTP/1.1\r\n"
    if fields["Host"] == nil { head += "Host: 127.0.0.1:\(port)\r\n" }
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    if let body { head += "Content-Length: \(body.count)\r\n" }
    // A service that refuses a request early may stop reading it, and its answer is there.
    do { try send(Array((head + "\r\n").utf8) + (body ?? [])) } catch HTTPFailure.closed {}
    return try receive(hasBody: method != "HEAD")
  }

  /// Sends bytes as they are.
  public func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { throw HTTPFailure.closed }
      rest = rest.dropFirst(sent)
    }
  }

  /// Reads the next answer.
  public func receive(hasBody: Bool = true) throws -> HTTPAnswer {
    var status = 100
    var fields: [(name: String, value: String)] = []
    while (100..<200).contains(status) { (status, fields) = try readHead() }
    let answer = HTTPAnswer(status: status, fields: fields, body: [])
    guard hasBody, status != 204, status != 304 else { return answer }
    return HTTPAnswer(status: status, fields: fields, body: try readBody(of: answer))
  }

  // MARK: Parsing

  private func readHead() throws -> (Int, [(name: String, value: String)]) {
    let start = try readLine()
    let parts = start.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, parts[0] == "HTTP/1.1", let status = Int(parts[1]) else {
      throw HTTPFailure.malformed(start)
    }
    var fields: [(name: String, value: String)] = []
    while case let line = try readLine(), !line.isEmpty {
      guard let colon = line.firstIndex(of: ":") else { throw HTTPFailure.malformed(line) }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      fields.append((String(line[..<colon]), value))
    }
    return (status, fields)
  }

  private func readBody(of answer: HTTPAnswer) throws -> [UInt8] {
    if answer["Transfer-Encoding"] == "chunked" { return try readChunks() }
    if let length = answer["Content-Length"] {
      guard let count = Int(length) else { throw HTTPFailure.malformed(length) }
      return try read(count)
    }
    return try readToEnd()
  }

  private func readChunks() throws -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let line = try readLine()
      guard let count = Int(line, radix: 16) else { throw HTTPFailure.malformed(line) }
      body += try read(count)
      _ = try readLine()
      if count == 0 { return body }
    }
  }

  private func readLine() throws -> String {
    var end = position
    while true {
      while end + 1 < received.count {
        if received[end] == 0x0D, received[end + 1] == 0x0A {
          defer { position = end + 2 }
          return String(decoding: received[position..<end], as: UTF8.self)
        }
        end += 1
      }
      guard try readMore() else { throw HTTPFailure.closed }
      end -= position
      forgetWhatWasRead()
    }
  }

  private func read(_ count: Int) throws -> [UInt8] {
    forgetWhatWasRead()
    while received.count < count {
      guard try readMore() else { throw HTTPFailure.closed }
    }
    position = count
    return Array(received[..<count])
  }

  private func readToEnd() throws -> [UInt8] {
    while try readMore() {}
    defer { position = received.count }
    return Array(received[position...])
  }

  private func forgetWhatWasRead() {
    received.removeFirst(position)
    position = 0
  }

  /// Whether there was more.
  private func readMore() throws -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16384)
    let count = recv(socket, &bytes, bytes.count, 0)
    guard count >= 0 else { throw HTTPFailure.closed }
    received += bytes[..<count]
    return count > 0
  }
}
