import Diagnostics
import HTTPTypes
import Hummingbird
import Synchronization

/// Gives each request its name: the client's `X-Request-ID`, or one of ours.
final class RequestNames: Sendable {
  /// Differs from one start of the service to the next; with the first million of numbers it fits
  /// into a string that needs no memory of its own.
  private let prefix = Hex.text((0..<4).map { _ in UInt8.random(in: 0...255) })
  private let count = Atomic(0)

  func name(of request: Request) -> String {
    if let given = request.headers[.requestID], Self.isPlain(given) { return given }
    return "\(prefix)-\(count.add(1, ordering: .relaxed).newValue)"
  }

  /// What can stand in a log and a header without harm.
  private static func isPlain(_ name: String) -> Bool {
    (1...128).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
