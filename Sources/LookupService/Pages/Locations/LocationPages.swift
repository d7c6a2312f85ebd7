import Hummingbird
import Ledger

/// `/locations` and `/locations/{code}`.
struct LocationPages: Sendable {
  let store: LedgerStore
  let reads: BlockingLane

  @Sendable func all(_ request: Request, _ context: ServiceContext) async throws -> Page {
    let tree = try await reads.run { [store] in try store.locationOverview() }
    return Page(
      .locations, title: "Locations", tabs: Page.Tabs(locations: true),
      content: LocationTreeView(tree))
  }

  @Sendable func one(_ request: Request, _ context: ServiceContext) async throws -> Page {
    let code = try request.name(after: "/locations/")
    let contents = try await reads.run { [store] in
      do {
        return try store.contents(ofLocation: code)
      } catch let fault as LedgerFault where fault.code == "location.unknown" {
        throw Notice.missing("location", code)
      }
    }
    return Page(
      .location, title: contents.location.code, tabs: Page.Tabs(locations: true),
      content: LocationView(contents))
  }
}
