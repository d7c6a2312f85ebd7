import ArgumentParser
import Diagnostics
import Imaging
import Intake
import Inventory
import Ledger
import Scanning

/// Scans pictures into a stocktake, and prints each when its events are durable.
struct StocktakeScanRun {
  let options: ScanOptions
  let intake: IntakeOptions
  let paths: [String]
  let stocktake: String

  func run() throws {
    if options.unordered, intake.location == nil, !intake.locationsFromFolders {
      throw ValidationError(
        "With --unordered say where the pictures were taken (--location or "
          + "--locations-from-folders): labels of locations in pictures need their order.")
    }
    let store = try intake.ledger.existing()
    let stocktake = try store.stocktake(named: stocktake)
    guard stocktake.state.takesEvents else { throw LedgerFault.closedToEvents(stocktake) }
    let placing = try placing(store)
    try checkFolders(placing)
    var pictures = PictureIntake(
      store: store, stocktake: stocktake,
      events: try events(store, stocktake, placing), principal: intake.ledger.principal)
    var printer = TakenPrinter(format: options.chosenFormat)
    let run = ScanRun(options: options, paths: paths, cropsSymbols: true)
    try run.forEachScan(
      begin: printer.begin, whileWaiting: { try printer.print(try pictures.commitIfDue()) }
    ) { scan in
      try printer.print(try pictures.take(scan))
    }
    try printer.print(try pictures.commit())
    printer.end(options.progress)
    try printer.counts.end()
    if printer.faults > 0 { throw ExitStatus.doneWithNo.code }
  }

  /// Where labels in the pictures say the location, each run is a device of its own: a picture that
  /// is added later must not take over the last location of an earlier run.
  private var usualDevice: String {
    let isPlaced = intake.location != nil || intake.locationsFromFolders
    return isPlaced ? "camera" : "camera-\(ObjectID.make(at: LedgerStore.systemClock()))"
  }

  private func placing(_ store: LedgerStore) throws -> PicturePlacing {
    if intake.locationsFromFolders { return .folders(try store.locations()) }
    if let location = intake.location { _ = try store.locationTree(containing: location) }
    return .fixed(intake.location)
  }

  /// A folder that names no location is told before the first picture is scanned.
  private func checkFolders(_ placing: PicturePlacing) throws {
    for file in try options.input(paths).known() { _ = try placing.location(of: file) }
  }

  private func events(
    _ store: LedgerStore, _ stocktake: Stocktake, _ placing: PicturePlacing
  ) throws -> PictureEvents {
    PictureEvents(
      stocktake: stocktake, placing: placing, device: intake.device ?? usualDevice,
      counter: intake.ledger.principal.name, rules: try store.codeRules(),
      locations: try store.locations())
  }
}

/// Prints pictures whose events are durable.
private struct TakenPrinter {
  let format: ScanFormat
  private(set) var counts = ScanCounts()
  private(set) var faults = 0
  private var (stored, known) = (0, 0)

  init(format: ScanFormat) { self.format = format }

  func begin() {
    if format != .table { ScanPrinter(format: format).begin() }
  }

  mutating func print(_ taken: [PictureIntake.Taken]) throws {
    for picture in taken {
      counts.add(picture.scan)
      (stored, known) = (stored + picture.stored, known + picture.known)
      faults += picture.faults.count
      // Often all symbols of a picture have the same fault.
      for message in Set(picture.faults.map(\.message)).sorted() {
        Terminal.note("tally: \(quoted(picture.scan.path)): \(message)")
      }
      try line(picture)
    }
    if !taken.isEmpty { StandardOutput.flush() }
  }

  private func line(_ picture: PictureIntake.Taken) throws {
    guard format == .table else { return try ScanPrinter(format: format).print(picture.scan) }
    let digits = "\(picture.scan.symbols.count)".count
    let space = String(repeating: " ", count: max(0, 3 - digits))
    let what =
      picture.scan.fault == nil
      ? "\(space)\(counted(picture.scan.symbols.count, "symbol")), \(picture.stored) new"
      : "not readable, see above"
    StandardOutput.line("\(what)  \(SafeText.terminal(picture.scan.path))")
  }

  func end(_ progress: ProgressOptions) {
    StandardOutput.flush()
    progress.note("\(counts.text); \(stored) events recorded, \(known) already there")
  }
}
