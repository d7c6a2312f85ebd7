import HTTPTypes
import Hummingbird

/// Headers that keep a browser from doing with an answer what nobody meant.
enum SecurityHeaders {
  static func add(to response: inout Response) {
    response.headers[.xContentTypeOptions] = "nosniff"
    if response.headers[.contentSecurityPolicy] == nil {
      // An answer that is no page loads and runs nothing.
      response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
    }
  }
}
