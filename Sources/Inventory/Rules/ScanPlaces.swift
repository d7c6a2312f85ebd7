/// Says where a scan was made.
package struct ScanPlaces {
  private let context: DeviceContext
  private let onlyLocation: String?

  /// A location, and the event that told it; nil where the scan itself or the scope says it.
  package struct Place: Sendable, Equatable {
    package let location: String
    package let toldBy: String?
  }

  package init(_ facts: StocktakeFacts) {
    self.init(facts, EventLog(facts.events, approvedAt: facts.approvedAt))
  }

  init(_ facts: StocktakeFacts, _ log: EventLog) {
    context = DeviceContext(log)
    let scope = Set(facts.scope)
    onlyLocation = scope.count == 1 ? scope.first : nil
  }

  /// The scan's own location, else what the device said last, else the scope's only location.
  package func place(of event: ScanEvent) -> Place? {
    if let own = event.scan?.location { return Place(location: own, toldBy: nil) }
    return placeByContext(of: event)
  }

  /// The place of a scan that names none itself.
  func placeByContext(of event: ScanEvent) -> Place? {
    if let told = context.statement(before: event) {
      return Place(location: told.location, toldBy: told.event)
    }
    return onlyLocation.map { Place(location: $0, toldBy: nil) }
  }
}
