import Crypto
import Diagnostics
import HTTPTypes
import Hummingbird
import NIOCore

/// A file that pages load.
struct StaticFile: Sendable {
  private let path: String
  private let tag: String
  private let headers: HTTPFields
  private let bytes: [UInt8]

  private init(_ name: String, _ mediaType: String, _ bytes: [UInt8]) {
    path = "/static/" + name
    tag = "\"\(Hex.text(SHA256.hash(data: bytes)).prefix(32))\""
    headers = [.contentType: mediaType, .cacheControl: "no-cache", .eTag: tag]
    self.bytes = bytes
  }

  static let all = [
    StaticFile("style.css", "text/css; charset=utf-8", PackageResources.style_css),
    StaticFile("scan.js", "text/javascript; charset=utf-8", PackageResources.scan_js),
    StaticFile("icon.svg", "image/svg+xml", PackageResources.icon_svg),
  ]

  var endpoint: Endpoint {
    .get(path) { request, _ in
      if request.knows(tag) { return Response(status: .notModified, headers: headers) }
      return Response(
        status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }
}
