import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
  /// The body as a value.
  ///
  /// Only `application/json` is taken: a form on somebody else's page can send no such request
  /// without asking first.
  ///
  /// - Throws: `Problem` 400, 413 or 415.
  func json<Value: Decodable>(_ type: Value.Type, upTo limit: Int) async throws -> Value {
    guard let mediaType = headers[.contentType]?.split(separator: ";").first,
      mediaType.trimmingCharacters(in: .whitespaces).lowercased() == "application/json"
    else {
      throw Problem(
        .unsupportedMediaType, "request.media-type", "Expected a body of type application/json.")
    }
    if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Problem.tooLarge(limit: limit)
    }
    let body = try await body.collect(upTo: limit)
    do {
      return try JSONDecoder().decode(type, from: Data(body.readableBytesView))
    } catch let error as DecodingError {
      throw Problem(error)
    }
  }
}

extension Response {
  /// An answer of JSON.
  init(_ status: HTTPResponse.Status = .ok, json: JSONWriter) {
    self.init(
      status: status, headers: Self.jsonHeaders, body: ResponseBody(byteBuffer: json.buffer))
  }

  /// With those that every answer gets: to add them one by one would cost more than to write the
  /// answer.
  private static let jsonHeaders = {
    var headers: HTTPFields = [.contentType: "application/json", .cacheControl: "no-store"]
    headers.append(SecurityHeaders.noSniffing)
    headers.append(SecurityHeaders.noContent)
    return headers
  }()
}
