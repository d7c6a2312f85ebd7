import HTTPTypes
import Hummingbird

/// One address and what it takes: the one list of what the service answers is made of these.
struct Endpoint: Sendable {
  typealias Handler = @Sendable (Request, ServiceContext) async throws -> Response

  /// With `{name}` for a part that varies; a slash at the end makes no difference.
  let path: String
  private let handlers: [(method: HTTPRequest.Method, handler: Handler)]

  static func get(_ path: String, _ handler: @escaping Handler) -> Endpoint {
    Endpoint(path: path, handlers: [(.get, handler)])
  }

  static func post(_ path: String, _ handler: @escaping Handler) -> Endpoint {
    Endpoint(path: path, handlers: [(.post, handler)])
  }

  static func getAndPost(
    _ path: String, get: @escaping Handler, post: @escaping Handler
  ) -> Endpoint {
    Endpoint(path: path, handlers: [(.get, get), (.post, post)])
  }

  /// Adds the address to the router; a method that it doesn't take is refused with the list of
  /// those that it does.
  func add(to router: Router<ServiceContext>) {
    let path = RouterPath(path)
    for (method, handler) in handlers { router.on(path, method: method, use: handler) }
    let taken = handlers.map(\.method)
    // The router itself answers HEAD wherever there is GET.
    let answered = taken + (taken.contains(.get) ? [.head] : [])
    let allow = answered.map(\.rawValue)
    for method in HTTPRequest.Method.common where !answered.contains(method) {
      router.on(path, method: method) { request, _ -> Response in
        throw Problem.methodNotAllowed(request.method, allow: allow)
      }
    }
  }
}
