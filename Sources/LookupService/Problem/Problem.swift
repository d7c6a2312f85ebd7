import HTTPTypes
import Hummingbird

/// An error as a client sees it (RFC 9457).
struct Problem: Error, Equatable {
  let status: HTTPResponse.Status
  /// Stable, dotted: the code of the fault behind it.
  let code: String
  /// One sentence or two for the person who reads it.
  let detail: String
  /// What is wrong with single parts of the request.
  var errors: [Part] = []
  /// Further headers: `Allow`, `Retry-After`.
  var headers = HTTPFields()

  /// One part of a request that is wrong.
  struct Part: Equatable {
    /// Where in the body (RFC 6901: `/codes/3`) or which parameter (`barcode`).
    let pointer: String
    let code: String
    let detail: String
  }

  /// Forms a problem.
  init(_ status: HTTPResponse.Status, _ code: String, _ detail: String) {
    (self.status, self.code, self.detail) = (status, code, detail)
  }

  /// A part of the request is wrong: 400.
  static func invalid(_ pointer: String, _ code: String, _ detail: String) -> Problem {
    var problem = Problem(.badRequest, code, detail)
    problem.errors = [Part(pointer: pointer, code: code, detail: detail)]
    return problem
  }
}

extension Problem {
  static let unauthorized: Problem = {
    var problem = Problem(.unauthorized, "request.unauthorized", "Say who you are.")
    problem.headers[.wwwAuthenticate] = "Bearer"
    return problem
  }()

  static func methodNotAllowed(_ method: HTTPRequest.Method, allow: [String]) -> Problem {
    let allowed = allow.joined(separator: ", ")
    var problem = Problem(
      .methodNotAllowed, "request.method", "This address takes \(allowed), not \(method.rawValue).")
    problem.headers[.allow] = allowed
    return problem
  }

  static func tooLarge(limit: Int) -> Problem {
    Problem(
      .contentTooLarge, "request.too-large",
      "The body is longer than \(limit) bytes. Send it in parts.")
  }

  /// Something of ours broke; what it was stands in the log, not in the answer.
  static let defect = Problem(
    .internalServerError, "service.defect",
    "Something went wrong in the service. Its log has more under this request id.")

  /// Try again after some seconds.
  static func unavailable(_ code: String, _ detail: String, seconds: Int) -> Problem {
    var problem = Problem(.serviceUnavailable, code, detail)
    problem.headers[.retryAfter] = String(seconds)
    return problem
  }
}
