import Hummingbird
import Ledger

/// `/?code=…` and `/a/{code}`: what a code leads to; without a code, the ledger at a glance.
struct SearchPages: Sendable {
  let store: LedgerStore
  let reads: BlockingLane

  @Sendable func byQuery(_ request: Request, _ context: ServiceContext) async throws -> Page {
    guard let code = try QueryParameters(request, "code")["code"], !code.isEmpty else {
      return try await overview()
    }
    return try await result(of: code)
  }

  @Sendable func byPath(_ request: Request, _ context: ServiceContext) async throws -> Page {
    try await result(of: request.name(after: "/a/"))
  }

  private func overview() async throws -> Page {
    let view = try await reads.run { [store] in
      SearchView(overview: Overview(try store.info(), try store.stocktakes()))
    }
    return page("Search", "", view)
  }

  private func result(of code: String) async throws -> Page {
    try LookupRequest.check(code, at: "code")
    let source = try await reads.run { [store] in try SearchSource(code, store) }
    return page(code.shortened(to: 60), code, SearchView(SearchResult(source)))
  }

  private func page(_ title: String, _ query: String, _ view: SearchView) -> Page {
    var page = Page(.search, title: title, tabs: Page.Tabs(search: true), content: view)
    (page.query, page.isSearch) = (query, true)
    return page
  }
}
