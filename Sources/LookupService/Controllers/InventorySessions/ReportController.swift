import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Reports

/// `inventory-sessions/{id}/report.…`: what a stocktake found.
struct ReportController: Sendable {
  let store: LedgerStore
  let reads: BlockingLane

  var endpoints: [Endpoint] {
    [
      .get("/api/v1/inventory-sessions/{id}/report.json") { request, context in
        try await report(.json, "application/json", request, context)
      },
      .get("/api/v1/inventory-sessions/{id}/report.html") { request, context in
        try await report(.html, "text/html; charset=utf-8", request, context)
      },
    ]
  }

  private func report(
    _ format: ReportFormat, _ mediaType: String, _ request: Request, _ context: ServiceContext
  ) async throws -> Response {
    let name = try context.name("id")
    let (text, hash) = try await reads.run { [store] in
      let report = try store.report(on: store.stocktake(named: name))
      return (try format.text(report, colours: false, crop: store.crop), report.hash)
    }
    let tag = "\"\(hash)\""
    var headers: HTTPFields = [
      .contentType: mediaType, .cacheControl: "no-cache", .eTag: tag,
    ]
    if format == .html { headers[.contentSecurityPolicy] = ReportFormat.contentSecurityPolicy }
    if request.knows(tag) { return Response(status: .notModified, headers: headers) }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension ServiceContext {
  /// A part of the path that varies, decoded.
  func name(_ parameter: String) throws -> String {
    let encoded = try parameters.require(parameter)
    guard let name = PercentEncoding.decode(encoded.utf8) else {
      throw Problem(
        .badRequest, "request.encoding",
        "The path is not UTF-8 in percent-encoding (RFC 3986, 2.1).")
    }
    return name
  }
}
