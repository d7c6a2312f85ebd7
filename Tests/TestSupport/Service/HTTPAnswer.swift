import Foundation

/// What an HTTP server answered, as it came over the wire.
public struct HTTPAnswer: Sendable {
  public let status: Int
  /// In their order; one name may come several times.
  public let fields: [(name: String, value: String)]
  public let body: [UInt8]

  public init(status: Int, fields: [(name: String, value: String)], body: [UInt8]) {
    (self.status, self.fields, self.body) = (status, fields, body)
  }

  /// The value of a header field, whose name has no case; several are joined.
  public subscript(_ name: String) -> String? {
    let values = fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  public var text: String { String(decoding: body, as: UTF8.self) }

  /// The object of a JSON body; nil where it is no JSON object.
  public var json: [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
  }

  public var isProblem: Bool { self["Content-Type"] == "application/problem+json" }
}

/// Why there is no answer.
public enum HTTPFailure: Error, Equatable {
  case refused(errno: Int32)
  /// The connection ended before the answer was whole.
  case closed
  case malformed(String)
}
