import Imaging
import Intake
import Scanning

/// Scans pictures and prints what was read.
struct ScanRun {
  let options: ScanOptions
  let paths: [String]
  /// A look at each picture while it is in memory.
  var inspect: ImageScanner.Inspection?

  func run() throws {
    let printer = ScanPrinter(format: options.chosenFormat)
    var counts = ScanCounts()
    try forEachScan(begin: printer.begin) { scan in
      counts.add(scan)
      try printer.print(scan)
      // Whoever reads the pipe may be waiting for just this picture.
      StandardOutput.flush()
    }
    options.progress.note(counts.text)
    try counts.end()
  }

  /// Hands over every picture's result, with a progress bar; stops at Ctrl-C.
  ///
  /// `begin` is called when nothing can be refused as a whole any more.
  func forEachScan(
    begin: () -> Void, whileWaiting: () throws -> Void = {}, _ body: (ImageScan) throws -> Void
  ) throws {
    Interruption.listen()
    let scanner = SymbolScanner(
      symbologies: try options.chosenSymbologies(), effort: options.effort)
    let list = PictureList(paths)
    let files = try list.files()
    let annotator = try options.annotate.map { folder in
      try PictureAnnotator(into: AnnotationFolder(folder, picturesOf: list.isLazy ? [] : paths))
    }
    let batch = ScanBatch(
      scanner: ImageScanner(
        scanner: scanner, inspections: [inspect, annotator?.inspection].compactMap(\.self)),
      jobs: options.workers,
      ordered: !options.unordered)
    let bar = Progress(
      total: list.isLazy ? nil : files.underestimatedCount, noun: "pictures",
      isWanted: options.progress.wantsProgress)
    begin()
    try batch.run(
      files, shouldStop: { Interruption.isRequested }, whileWaiting: whileWaiting
    ) { scan in
      bar.advance()
      if let fault = scan.fault ?? scan.inspectionFault {
        bar.finish()
        Terminal.note("tally: \(quoted(scan.path)): \(fault.message)")
      }
      try body(scan)
    }
    bar.finish()
  }
}

/// What is to be scanned: paths of the command line, or a list on standard input.
struct PictureList {
  private let paths: [String]

  init(_ paths: [String]) { self.paths = paths }

  /// Whether the list comes line by line, so that its end isn't known.
  var isLazy: Bool { paths == ["-"] }

  func files() throws -> AnySequence<String> {
    isLazy
      ? AnySequence(sequence(state: ()) { _ in readLine() }.lazy.filter { !$0.isEmpty })
      : AnySequence(try ImageFinder.files(at: paths))
  }
}

/// What a scan came to.
struct ScanCounts {
  private(set) var pictures = 0
  private(set) var symbols = 0
  private(set) var failed = 0
  private(set) var notAnnotated = 0

  mutating func add(_ scan: ImageScan) {
    pictures += 1
    symbols += scan.symbols.count
    failed += scan.fault == nil ? 0 : 1
    notAnnotated += scan.inspectionFault == nil ? 0 : 1
  }

  var text: String {
    "\(counted(pictures, "picture")), \(counted(symbols, "symbol")), \(failed) failed"
      + (notAnnotated > 0 ? ", \(notAnnotated) not annotated" : "")
  }

  /// Ends the command with 130 after Ctrl-C, with 1 where a picture couldn't be read, or
  /// its annotated copy not written.
  func end() throws {
    try Interruption.endIfRequested()
    if failed > 0 || notAnnotated > 0 { throw ExitStatus.doneWithNo.code }
  }
}
