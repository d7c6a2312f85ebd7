import Diagnostics
import Hummingbird
import Ledger

/// `/assets/{tag}`.
struct AssetPages: Sendable {
  let store: LedgerStore
  let reads: BlockingLane

  @Sendable func one(_ request: Request, _ context: ServiceContext) async throws -> Page {
    let name = try request.name(after: "/assets/")
    let source = try await reads.run { [store] in
      do {
        return try AssetView.Source(store.asset(named: name), store)
      } catch let fault as LedgerFault where fault.code == "asset.unknown" {
        throw Notice.missing("asset", name)
      }
    }
    let view = AssetView(source)
    return Page(.asset, title: "\(view.tag) \(view.heading)", content: view)
  }
}
