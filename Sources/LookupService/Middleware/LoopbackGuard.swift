import HTTPTypes
import Hummingbird

/// Refuses requests that were meant for another host, or come from another origin.
///
/// A service without accounts trusts whoever reaches it, and any page in a browser on this machine
/// does: by a name that its owner points at 127.0.0.1 (DNS rebinding) it could read the ledger, so
/// the `Host` has to be a loopback name; and a page of another origin says so in `Origin`.
enum LoopbackGuard {
  static func check(_ request: Request) throws(Problem) {
    guard let authority = request.head.authority, isLoopback(authority) else {
      throw Problem(
        .misdirectedRequest, "request.host",
        "This service answers on this machine only; expected the host 127.0.0.1 or localhost.")
    }
    if let origin = request.headers[.origin], origin != "http://\(authority)" {
      throw Problem(
        .forbidden, "request.origin", "Pages of other origins may not use this service.")
    }
  }

  private static func isLoopback(_ authority: String) -> Bool {
    var host = authority[...]
    if let colon = host.utf8.lastIndex(of: UInt8(ascii: ":")),
      host[host.index(after: colon)...].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      host = host[..<colon]
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    return ListenAddress.loopback.contains { $0.utf8.elementsEqual(host.utf8) }
      || ListenAddress.loopback.contains(host.lowercased())
  }
}
