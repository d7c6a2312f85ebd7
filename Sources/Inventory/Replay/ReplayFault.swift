import Diagnostics

/// Why a scenario can't be replayed.
package struct ReplayFault: Fault, Equatable {
  package let code = "replay.malformed"
  package let message: String

  package init(message: String) { self.message = message }

  init(_ error: DecodingError) {
    message = "The scenario is refused: \(SafeText.sentence(error.explained))"
  }
}

extension DecodingError {
  /// The key, what was expected, and what was found, in words.
  package var explained: String {
    switch self {
    case .keyNotFound(let key, let context):
      "\(Self.place(context.codingPath))“\(key.stringValue)” is missing"
    case .typeMismatch(let type, let context):
      "\(Self.place(context.codingPath))expected \(Self.name(of: type)), got another kind of value"
    case .valueNotFound(let type, let context):
      "\(Self.place(context.codingPath))expected \(Self.name(of: type)), got null"
    case .dataCorrupted(let context) where context.codingPath.isEmpty: "it is no JSON object"
    case .dataCorrupted(let context):
      "\(Self.place(context.codingPath))\(SafeText.terminal(context.debugDescription))"
    @unknown default: "it isn't in the expected form"
    }
  }

  /// The path of a key as people write it, like `events[3].kind: `.
  private static func place(_ path: [any CodingKey]) -> String {
    guard !path.isEmpty else { return "" }
    let keys = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
    return SafeText.terminal(String(keys.trimmingPrefix("."))) + ": "
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Int.Type, is Int64.Type: "a whole number"
    case is Double.Type: "a number"
    case is Bool.Type: "true or false"
    default: String(describing: type).hasPrefix("Array") ? "a list" : "an object"
    }
  }
}
