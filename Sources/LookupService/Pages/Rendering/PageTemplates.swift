import Diagnostics
import HTTPTypes
import Hummingbird
import Mustache
import NIOCore

/// The templates, which are part of the program.
struct PageTemplates: Sendable {
  private let library: MustacheLibrary

  init() throws {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    library = MustacheLibrary(templates: try Self.sources.mapValues(Self.template))
  }

  private static let sources: [String: [UInt8]] = [
    "asset": PackageResources.asset_mustache,
    "asset-card": PackageResources.asset_card_mustache,
    "asset-list": PackageResources.asset_list_mustache,
    "history": PackageResources.history_mustache,
    "layout": PackageResources.layout_mustache,
    "location-card": PackageResources.location_card_mustache,
    "location": PackageResources.location_mustache,
    "locations": PackageResources.locations_mustache,
    "notice": PackageResources.notice_mustache,
    "search": PackageResources.search_mustache,
    "stocktakes": PackageResources.stocktakes_mustache,
  ]

  /// Each begins with the choice of how its values are escaped, so that none can forget it.
  private static func template(_ source: [UInt8]) throws -> MustacheTemplate {
    try MustacheTemplate(
      string: "{{% CONTENT_TYPE: \(PageText.name)}}" + String(decoding: source, as: UTF8.self))
  }

  func response(_ page: Page, _ more: HTTPFields = HTTPFields()) -> Response {
    let text = library.render(page, withTemplate: page.template.rawValue) ?? ""
    var headers = Self.headers
    for field in more { headers.append(field) }
    return Response(
      status: page.status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private static let headers: HTTPFields = [
    .contentType: "text/html; charset=utf-8", .cacheControl: "private, no-cache",
    .contentSecurityPolicy: """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'
    """,
    .referrerPolicy: "no-referrer",
  ]
}

/// How values become part of a page.
///
/// The library's own escaping looks at whole characters, and a quotation mark with a combining
/// accent is another character to it than a quotation mark, while a browser sees the mark.
private struct PageText: MustacheContentType {
  static let name = "PAGE"

  func escapeText(_ text: String) -> String { SafeText.html(text) }
}

extension HTTPField.Name {
  static let referrerPolicy = HTTPField.Name("Referrer-Policy").unsafelyUnwrapped  // a valid token
}
