import HTTPTypes
import Synchronization

/// What the service counts about itself.
final class ServiceMetrics: Sendable {
  /// Upper bounds of the histogram of durations, in seconds.
  static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  /// Requests of one kind.
  struct Kind: Hashable {
    let method: String
    let route: String
    let status: Int
  }

  /// How many there were, and how long they took.
  struct Durations {
    var buckets = [Int](repeating: 0, count: bounds.count + 1)
    var seconds = 0.0
    var count: Int { buckets.reduce(0, +) }

    mutating func add(_ seconds: Double, to bucket: Int) {
      buckets[bucket] += 1
      self.seconds += seconds
    }
  }

  private struct State {
    var requests: [Kind: Durations] = [:]
    var scanEvents: [String: Int] = [:]
  }

  private let state = Mutex(State())

  func count(_ method: HTTPRequest.Method, route: String, status: Int, _ duration: Duration) {
    let seconds = duration.milliseconds / 1000
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    // A method may be any word of the client's; what isn't known counts as one.
    let isKnown = HTTPRequest.Method.common.contains(method)
    let kind = Kind(method: isKnown ? method.rawValue : "other", route: route, status: status)
    state.withLock { $0.requests[kind, default: Durations()].add(seconds, to: bucket) }
  }

  /// Counts a scan event by what became of it.
  func countScanEvent(_ result: String) {
    state.withLock { $0.scanEvents[result, default: 0] += 1 }
  }

  /// A copy of what was counted, in order.
  func snapshot() -> (requests: [(Kind, Durations)], scanEvents: [(String, Int)]) {
    let state = state.withLock { $0 }
    return (
      state.requests.sorted { Self.order($0.key) < Self.order($1.key) }.map { ($0.key, $0.value) },
      state.scanEvents.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    )
  }

  private static func order(_ kind: Kind) -> String {
    "\(kind.route) \(kind.method) \(kind.status)"
  }
}

extension HTTPRequest.Method {
  /// The methods of RFC 9110 and PATCH, without CONNECT.
  static let common: [HTTPRequest.Method] = [
    .get, .head, .post, .put, .patch, .delete, .options, .trace,
  ]
}
