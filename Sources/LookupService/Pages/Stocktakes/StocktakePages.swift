import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Reports

/// `/stocktakes` and `/stocktakes/{number}`.
struct StocktakePages: Sendable {
  let store: LedgerStore
  let reads: BlockingLane

  /// How many of the newest are listed.
  private static let limit = 50

  @Sendable func all(_ request: Request, _ context: ServiceContext) async throws -> Page {
    let view = try await reads.run { [store] in
      let all = try store.stocktakes()
      let rows = try all.reversed().prefix(Self.limit).map { stocktake in
        StocktakeRow(stocktake, try store.overview(of: stocktake).summary)
      }
      return StocktakeListView(
        rows: rows, isEmpty: all.isEmpty,
        cut: all.count > rows.count ? "The newest \(rows.count) are shown." : nil)
    }
    return Page(
      .stocktakes, title: "Stocktakes", tabs: Page.Tabs(stocktakes: true), content: view)
  }

  /// The report as it is kept and sent on, with a way back in front.
  func report(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let number = try context.name("number")
    let text = try await reads.run { [store] in
      guard let stocktake = try store.stocktakes().first(where: { String($0.number) == number })
      else { throw Notice.missing("stocktake", number) }
      return try ReportFormat.html.text(
        store.report(on: stocktake), colours: false, crop: store.crop)
    }
    return Response(
      status: .ok, headers: Self.headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: Self.withWayBack(text))))
  }

  private static func withWayBack(_ report: String) -> String {
    let start = "<main>\n"
    guard let range = report.firstRange(of: start) else { return report }
    let way = "<nav class=\"note\"><a href=\"/stocktakes\">‹ All stocktakes</a></nav>\n"
    return report[..<range.lowerBound] + start + way + report[range.upperBound...]
  }

  private static let headers: HTTPFields = [
    .contentType: "text/html; charset=utf-8", .cacheControl: "private, no-cache",
    .contentSecurityPolicy: ReportFormat.contentSecurityPolicy, .referrerPolicy: "no-referrer",
  ]
}
