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
    let input = try options.input(paths)
    let files = try input.files()
    let batch = ScanBatch(
      scanner: try scanner(for: input), jobs: options.workers, ordered: !options.unordered)
    let bar = progress(for: input)
    var seen = SeenPictures()
    begin()
    if input.isWatched { options.progress.note("Watching; Ctrl-C ends.") }
    try batch.run(
      files, shouldStop: { Interruption.isRequested },
      whileWaiting: {
        bar.refresh()
        try whileWaiting()
      }
    ) { scan in
      guard !input.isWatched || seen.insert(scan) else { return }
      if let fault = scan.fault ?? scan.inspectionFault {
        bar.finish()
        Terminal.note("tally: \(quoted(scan.path)): \(fault.message)")
      }
      if Terminal.isOutputScreen { bar.finish() }
      try body(scan)
      bar.advance()
    }
    bar.finish()
  }

  private func scanner(for input: PictureInput) throws -> ImageScanner {
    let scanner = SymbolScanner(symbologies: try options.chosenSymbologies())
    let annotator = try options.annotate.map { folder in
      try PictureAnnotator(into: AnnotationFolder(folder, picturesOf: input.isList ? [] : paths))
    }
    return ImageScanner(
      scanner: scanner, inspections: [inspect, annotator?.inspection].compactMap(\.self))
  }

  private func progress(for input: PictureInput) -> Progress {
    let isWanted = options.progress.wantsProgress
    let count = isWanted && Terminal.isErrorScreen ? input.count() : nil
    return Progress(total: count?.total, noun: "pictures", isWanted: isWanted)
  }
}
