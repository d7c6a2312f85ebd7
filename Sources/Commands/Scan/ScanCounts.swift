import Scanning

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
