/// Says where a scan was made.
struct ScanPlaces {
  private let context: DeviceContext
  private let onlyLocation: String?

  init(_ facts: StocktakeFacts, _ log: EventLog) {
    context = DeviceContext(log)
    let scope = Set(facts.scope)
    onlyLocation = scope.count == 1 ? scope.first : nil
  }

  /// The scan's own location, else what the device said last, else the scope's only location.
  func place(of event: ScanEvent, _ scan: Scan) -> String? {
    scan.location ?? context.location(before: event) ?? onlyLocation
  }
}
