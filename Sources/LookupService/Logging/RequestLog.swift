import HTTPTypes
import Inventory

/// The line of the log that each request leaves.
///
/// It is written without the detour over a logger and its dictionary of metadata: they would cost
/// half as much as the lookup that the line tells of.
struct RequestLog: Sendable {
  /// nil where requests aren't logged.
  let output: LogOutput?

  /// - Parameters:
  ///   - route: the pattern of the path, not the path itself, which may hold a code.
  func write(
    _ method: HTTPRequest.Method, route: String, status: Int, _ duration: Duration,
    requestID: String, user: String
  ) {
    guard let output else { return }
    var json = JSONWriter(capacity: 256)
    json.object { json in
      json.member("timestamp", Timestamp.text(LogOutput.now()))
      json.member("level", "info")
      json.member("logger", "tallyd")
      json.member("message", "request")
      json.member("request_id", requestID)
      json.member("user_id", user)
      json.member("method", method.rawValue)
      json.member("route", route)
      json.member("status_code", status)
      json.key("duration_ms")
      json.raw(duration.milliseconds.description)
    }
    output.write(json.bytes, isUrgent: false)
  }
}
