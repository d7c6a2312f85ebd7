import Diagnostics
import Imaging
import Intake
import Scanning

/// Scans pictures and prints what was read.
struct ScanRun {
  let options: ScanOptions
  let paths: [String]
  /// Whether symbols get the crops that prove them.
  var cropsSymbols = false

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
    let batch = try batch(for: input)
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
        // With --isolate it comes from a process that a picture may have taken over.
        let message = SafeText.terminal(fault.message)
        Terminal.note("tally: \(quoted(scan.path)): \(message)")
      }
      if scan.pagesLeftOut > 0 {
        bar.finish()
        Terminal.note(
          "tally: \(quoted(scan.path)): only the first \(scan.pages - scan.pagesLeftOut) of "
            + "\(scan.pages) pages were read")
      }
      if Terminal.isOutputScreen { bar.finish() }
      try body(scan)
      bar.advance()
    }
    bar.finish()
  }

  private func batch(for input: PictureInput) throws -> ScanBatch {
    let task = ScanTask(
      symbologies: try options.chosenSymbologies(), effort: options.effort,
      contentOptions: ContentOptions(code39FullASCII: options.code39FullASCII),
      annotations: try options.annotate.map {
        try AnnotationFolder($0, picturesOf: input.isList ? [] : paths)
      },
      cropsSymbols: cropsSymbols)
    // Made here too where workers do the work: what is wrong with it refuses the run.
    let scanner = try task.scanner()
    let makeScanner = try options.isolation.scanners(for: task)
    return ScanBatch(
      jobs: options.workers, ordered: !options.unordered, makeScanner: makeScanner ?? { scanner })
  }

  private func progress(for input: PictureInput) -> Progress {
    let isWanted = options.progress.wantsProgress
    let count = isWanted && Terminal.isErrorScreen ? input.count() : nil
    return Progress(total: count?.total, noun: "pictures", isWanted: isWanted)
  }
}
