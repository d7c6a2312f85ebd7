import HTTPTypes
import Hummingbird
import Ledger

/// The pages for people.
struct PageController: Sendable {
  private let store: LedgerStore
  private let reads: BlockingLane
  private let templates: PageTemplates

  init(store: LedgerStore, reads: BlockingLane) throws {
    (self.store, self.reads) = (store, reads)
    templates = try PageTemplates()
  }

  var endpoints: [Endpoint] {
    let search = SearchPages(store: store, reads: reads)
    let assets = AssetPages(store: store, reads: reads)
    let locations = LocationPages(store: store, reads: reads)
    let stocktakes = StocktakePages(store: store, reads: reads)
    return [
      page("/", search.byQuery), page("/a/**", search.byPath),
      page("/assets/**", assets.one),
      page("/locations", locations.all), page("/locations/**", locations.one),
      page("/stocktakes", stocktakes.all),
      .get("/stocktakes/{number}") { request, context in
        try await orNotice(context) { try await stocktakes.report(request, context) }
      },
      .get("/crops/{hash}.png", CropController(store: store, reads: reads).png),
    ] + StaticFile.all.map(\.endpoint)
  }

  private func page(
    _ path: String, _ content: @escaping @Sendable (Request, ServiceContext) async throws -> Page
  ) -> Endpoint {
    .get(path) { request, context in
      try await orNotice(context) { templates.response(try await content(request, context)) }
    }
  }

  /// What a page ran into is said to a person, in a page.
  private func orNotice(
    _ context: ServiceContext, _ answer: () async throws -> Response
  ) async throws -> Response {
    do {
      return try await answer()
    } catch let notice as Notice {
      return templates.response(notice.page)
    } catch {
      let problem = Problem(error, bodyLimit: 0)
      if problem.status.code >= 500 { problem.log(error, context) }
      return templates.response(Notice(problem).page, problem.headers)
    }
  }
}
