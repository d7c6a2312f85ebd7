import HTTPTypes
import Hummingbird
import Ledger

/// What happens around every request: it gets a name and somebody who answers for it, must be meant
/// for this service, and ends as an answer with its headers, its count and its line in the log.
///
/// One middleware and not five: each is a hop between tasks, and five of them cost a third of a
/// lookup.
struct RequestFrame: RouterMiddleware {
  typealias Context = ServiceContext

  /// Without accounts, everybody who reaches the service is its operator.
  let operatorIdentity: Principal
  let metrics: ServiceMetrics
  let log: RequestLog
  let bodyLimit: Int
  private let names = RequestNames()

  init(
    operatorIdentity: Principal, metrics: ServiceMetrics, log: RequestLog, bodyLimit: Int
  ) {
    (self.operatorIdentity, self.metrics) = (operatorIdentity, metrics)
    (self.log, self.bodyLimit) = (log, bodyLimit)
  }

  func handle(
    _ request: Request, context: ServiceContext,
    next: @concurrent (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.requestID = names.name(of: request)
    context.identity = operatorIdentity
    let start = ContinuousClock.now
    var response: Response
    do {
      try LoopbackGuard.check(request)
      response = try await next(request, context)
    } catch {
      response = answer(to: request, context, error)
    }
    SecurityHeaders.add(to: &response)
    response.headers[.requestID] = context.requestID
    keep(request, context, response, ContinuousClock.now - start)
    return response
  }

  /// Turns whatever a request ran into into a problem.
  private func answer(
    to request: Request, _ context: ServiceContext, _ error: any Error
  ) -> Response {
    let problem = Problem(error, bodyLimit: bodyLimit)
    if problem.status.code >= 500 { problem.log(error, context) }
    let answer = problem.response(instance: request.uri.path, requestID: context.requestID)
    // A body after the answer to a HEAD would be read as the beginning of the next answer.
    return request.method == .head ? answer.createHeadResponse() : answer
  }

  private func keep(
    _ request: Request, _ context: ServiceContext, _ response: Response, _ duration: Duration
  ) {
    let route = context.endpointPath ?? "unmatched"
    metrics.count(request.method, route: route, status: response.status.code, duration)
    log.write(
      request.method, route: route, status: response.status.code, duration,
      requestID: context.requestID, user: context.identity?.name ?? "")
  }
}

extension HTTPField.Name {
  static let requestID = HTTPField.Name("X-Request-ID").unsafelyUnwrapped  // a valid token, always
}

extension Duration {
  /// To three decimal places.
  var milliseconds: Double {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    return Double(microseconds) / 1000
  }
}
