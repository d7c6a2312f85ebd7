import Diagnostics

/// What a service is told when it starts.
package struct ServiceSettings: Sendable {
  package var listen = ListenAddress.standard
  /// Bytes; a longer request body is refused with 413.
  package var bodyLimit = 1 << 20
  /// Seconds without a byte after which a connection is closed.
  package var idleTimeout = 60
  /// Seconds that requests under way get to finish once the service was told to stop.
  package var shutdownTimeout = 10
  /// Who acts: without accounts, everybody who reaches the service is its operator.
  package var operatorName: String

  package init(operatorName: String) { self.operatorName = operatorName }
}

/// Where the service listens: `127.0.0.1:8080`, `localhost:8080`, `[::1]:8080`.
package struct ListenAddress: Sendable, Equatable {
  package let host: String
  /// 0 lets the system choose.
  package let port: Int

  package static let standard = ListenAddress(host: "127.0.0.1", port: 8080)

  private init(host: String, port: Int) { (self.host, self.port) = (host, port) }

  /// Without accounts only loopback addresses are served: whoever reaches the service may write.
  package init(_ text: String) throws(ServiceFault) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65535).contains(port)
    else { throw ServiceFault.badAddress(text) }
    let host = text[..<colon].trimming { "[]".contains($0) }
    guard Self.loopback.contains(host) else { throw ServiceFault.notLoopback(text) }
    self.init(host: host, port: port)
  }

  /// The names by which a browser on this machine reaches it.
  package static let loopback: [String] = ["127.0.0.1", "localhost", "::1"]

  /// How the address stands in a URL.
  package func authority(port: Int) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

extension Substring {
  fileprivate func trimming(_ isOutside: (Character) -> Bool) -> String {
    var rest = self
    while let first = rest.first, isOutside(first) { rest.removeFirst() }
    while let last = rest.last, isOutside(last) { rest.removeLast() }
    return String(rest)
  }
}

/// Why the service doesn't start.
package struct ServiceFault: Fault, Equatable {
  package let code: String
  package let message: String

  static func badAddress(_ text: String) -> ServiceFault {
    ServiceFault(
      code: "service.address",
      message: "\(SafeText.quoted(text)) is no address to listen at; expected one like "
        + "127.0.0.1:8080 (port 0: any free one).")
  }

  static func notLoopback(_ text: String) -> ServiceFault {
    ServiceFault(
      code: "service.loopback",
      message: "\(SafeText.quoted(text)) can be reached from other machines, and a service of one "
        + "ledger has no accounts: expected 127.0.0.1, localhost or [::1].")
  }

  package static func portTaken(_ address: String) -> ServiceFault {
    ServiceFault(
      code: "service.port",
      message: "Something listens at \(address) already. Stop it, or choose another port: "
        + "--listen 127.0.0.1:8081.")
  }
}
