import HTTPTypes
import Hummingbird

extension Problem {
  /// The answer that says it.
  ///
  /// - Parameter instance: the path that was asked for, without its query: codes may be secrets.
  func response(instance: String, requestID: String) -> Response {
    var headers = self.headers
    headers[.contentType] = "application/problem+json"
    headers[.cacheControl] = "no-store"
    return Response(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: json(instance: instance, requestID: requestID).buffer))
  }

  private func json(instance: String, requestID: String) -> JSONWriter {
    var json = JSONWriter(capacity: 512)
    json.object { json in
      json.member("type", "urn:tallymark:problem:\(code)")
      json.member("title", status.reasonPhrase)
      json.member("status", status.code)
      json.member("detail", detail)
      json.member("instance", instance)
      json.member("request_id", requestID)
      json.member("code", code)
      guard !errors.isEmpty else { return }
      json.array("errors", errors) { json, part in
        json.object { json in
          json.member("pointer", part.pointer)
          json.member("code", part.code)
          json.member("detail", part.detail)
        }
      }
      for (field, details) in detailsByField {
        json.key(text: field)
        json.array(details) { $0.value($1) }
      }
    }
    return json
  }

  /// What is wrong by the top-level name in the request, for clients that show it beside a field.
  private var detailsByField: [(String, [String])] {
    var fields: [(String, [String])] = []
    for part in errors {
      let name = part.pointer.split(separator: "/").first.map(String.init) ?? "body"
      // A field can't take the place of what every problem says.
      guard !Self.ownMembers.contains(name) else { continue }
      if let index = fields.firstIndex(where: { $0.0 == name }) {
        fields[index].1.append(part.detail)
      } else {
        fields.append((name, [part.detail]))
      }
    }
    return fields
  }

  private static let ownMembers: Set<String> = [
    "type", "title", "status", "detail", "instance", "request_id", "code", "errors",
  ]
}
