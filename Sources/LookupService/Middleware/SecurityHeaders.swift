import HTTPTypes
import Hummingbird

/// Headers that keep a browser from doing with an answer what nobody meant.
enum SecurityHeaders {
  static func add(to response: inout Response) {
    if !response.headers.contains(.xContentTypeOptions) { response.headers.append(noSniffing) }
    // An answer that is no page loads and runs nothing.
    if !response.headers.contains(.contentSecurityPolicy) { response.headers.append(noContent) }
  }

  static let noSniffing = HTTPField(name: .xContentTypeOptions, value: "nosniff")
  static let noContent = HTTPField(
    name: .contentSecurityPolicy, value: "default-src 'none'; frame-ancestors 'none'")
}
