import Diagnostics

/// Where a printer is: `tcp://HOST:PORT` or `cups:QUEUE`.
package enum PrinterAddress: Sendable, Equatable {
  /// Listens for a printer's language on a port.
  case network(host: String, port: UInt16)
  /// A queue of CUPS.
  case queue(String)

  /// What printers listen on (AppSocket, JetDirect).
  private static let usualPort: UInt16 = 9100

  /// Reads `tcp://printer.local`, `tcp://192.0.2.7:9100`, `tcp://[2001:db8::7]:9100` or `cups:NAME`.
  ///
  /// - Throws: `printer.address`.
  package init(_ text: String) throws(LabelFault) {
    guard let address = Self.readNetwork(text) ?? Self.readQueue(text) else {
      throw LabelFault(
        code: "printer.address",
        message: "\(SafeText.quoted(text)) is no printer. Expected tcp://HOST, tcp://HOST:PORT, "
          + "tcp://[IPv6]:PORT or cups:QUEUE.")
    }
    self = address
  }

  private static func readNetwork(_ text: String) -> PrinterAddress? {
    guard text.hasPrefix("tcp://") else { return nil }
    var rest = text.dropFirst(6)
    if rest.last == "/" { rest.removeLast() }
    let host: Substring
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      host = rest[..<end].dropFirst()
      rest = rest[end...].dropFirst()
      guard host.contains(":") else { return nil }
    } else {
      host = rest.prefix { $0 != ":" }
      rest = rest.dropFirst(host.count)
    }
    let isName = host.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") }
    guard !host.isEmpty, host.utf8.count <= 255, isName else { return nil }
    guard !rest.isEmpty else { return .network(host: String(host), port: usualPort) }
    let digits = rest.dropFirst()
    guard rest.first == ":", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = UInt16(digits), port > 0
    else { return nil }
    return .network(host: String(host), port: port)
  }

  /// CUPS allows all but spaces, `/` and `#` in names; `/` stands before an instance (lpoptions(1)).
  private static func readQueue(_ text: String) -> PrinterAddress? {
    let name = text.dropFirst(5)
    let isName = name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "#") }
    guard text.hasPrefix("cups:"), !name.isEmpty, name.utf8.count <= 127, isName,
      name.first != "-"
    else { return nil }
    return .queue(String(name))
  }

  /// As it is written.
  package var text: String {
    switch self {
    case .network(let host, let port):
      "tcp://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    case .queue(let name): "cups:\(name)"
    }
  }
}
