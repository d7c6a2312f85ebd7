import Diagnostics
import HTTPTypes
import Hummingbird
import Inventory
import NIOCore

extension Problem {
  /// The problem that an error is to a client.
  init(_ error: any Error, bodyLimit: Int) {
    switch error {
    case let problem as Problem: self = problem
    case let fault as any Fault: self.init(fault)
    case is NIOTooManyBytesError: self = .tooLarge(limit: bodyLimit)
    case let error as HTTPError where error.status == .notFound:
      self.init(.notFound, "request.path", "There is nothing at this address.")
    case let error as HTTPError where error.status.code < 500:
      self.init(error.status, "request.malformed", error.body ?? "The request can't be understood.")
    default: self = .defect
    }
  }

  /// The one map from the codes of faults to statuses.
  private init(_ fault: any Fault) {
    switch fault.code {
    case "asset.unknown", "stocktake.unknown": self.init(.notFound, fault.code, fault.message)
    case "asset.ambiguous", "stocktake.state", "stocktake.exists", "stocktake.overlap",
      "event.voided", "event.location":
      self.init(.conflict, fault.code, fault.message)
    case "ledger.busy": self = .unavailable(fault.code, fault.message, seconds: 1)
    case let code where code.hasPrefix("ledger."):
      self = .unavailable(fault.code, fault.message, seconds: 30)
    default: self.init(.badRequest, fault.code, fault.message)
    }
  }
}

extension Problem {
  /// What is wrong with a JSON body, by the place in it.
  init(_ error: DecodingError) {
    let (path, detail) = Self.place(of: error)
    self = .invalid(Self.pointer(path), "request.body", detail)
  }

  private static func place(of error: DecodingError) -> ([any CodingKey], String) {
    switch error {
    case .keyNotFound(let key, let context):
      return (context.codingPath + [key], "“\(key.stringValue)” is missing.")
    case .typeMismatch(let type, let context):
      return (context.codingPath, "expected \(word(for: type)).")
    case .valueNotFound(let type, let context):
      return (context.codingPath, "expected \(word(for: type)), got null.")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      return ([], "The body is not JSON.")
    case .dataCorrupted(let context): return (context.codingPath, context.debugDescription + ".")
    @unknown default: return ([], "The body can't be read.")
    }
  }

  private static func word(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is Bool.Type: "true or false"
    case is [String: any Sendable].Type, is [String: Any].Type: "an object"
    default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
    }
  }

  /// RFC 6901.
  private static func pointer(_ path: [any CodingKey]) -> String {
    path.map { key in
      // The text of a place in a list is no number everywhere.
      "/"
        + (key.intValue.map(String.init)
          ?? key.stringValue.replacing("~", with: "~0").replacing("/", with: "~1"))
    }.joined()
  }
}
