import Foundation

/// Scans many pictures with several threads, in memory that doesn't grow with their number.
///
/// Each worker is a thread of its own, since scanning blocks for long: the cooperative pool of
/// Swift's concurrency would starve. Paths are taken from the sequence as workers become free,
/// never far ahead of what was delivered.
public struct ScanBatch: Sendable {
  private let makeScanner: @Sendable () -> any PictureScanning
  private let jobs: Int
  private let ordered: Bool

  /// A batch.
  ///
  /// - Parameters:
  ///   - jobs: how many pictures are scanned at once; at least one.
  ///   - ordered: whether results come in the order of the paths, or as they are ready.
  public init(scanner: ImageScanner, jobs: Int, ordered: Bool = true) {
    self.init(jobs: jobs, ordered: ordered) { scanner }
  }

  /// A batch whose threads have a scanner each; it is made on the thread that uses it.
  public init(
    jobs: Int, ordered: Bool = true, makeScanner: @escaping @Sendable () -> any PictureScanning
  ) {
    (self.makeScanner, self.ordered) = (makeScanner, ordered)
    self.jobs = max(jobs, 1)
  }

  /// Scans the pictures and hands each result to `deliver`, on the thread of the caller.
  ///
  /// - Parameters:
  ///   - paths: taken on a thread of their own, so that a sequence that waits for its next path,
  ///     such as a pipe, holds up neither results nor the end.
  ///   - shouldStop: asked between deliveries and several times a second; where it says yes, no
  ///     picture is begun any more, and the function returns when those under way are finished and
  ///     delivered.
  ///   - whileWaiting: called several times a second while no result is there.
  /// - Throws: what `deliver` or `whileWaiting` throws, after the workers have ended.
  public func run(
    _ paths: some Sequence<String>, shouldStop: () -> Bool = { false },
    whileWaiting: () throws -> Void = {}, deliver: (ImageScan) throws -> Void
  ) throws {
    let exchange = ScanExchange(window: Self.window(jobs: jobs), ordered: ordered)
    let makeScanner = makeScanner
    for _ in 0..<jobs { Thread.detachNewThread { exchange.work(with: makeScanner) } }
    // Sound: from here on only the feeding thread touches the iterator.
    nonisolated(unsafe) let remaining = AnyIterator(paths.makeIterator())
    Thread.detachNewThread {
      while let path = remaining.next(), exchange.offer(path) {}
      exchange.endOfPaths()
    }
    // The workers hold the exchange; the caller waits for them, so that nothing outlives the run
    // but a feeding thread whose sequence doesn't answer.
    defer { exchange.close(waitingFor: jobs) }
    while true {
      if shouldStop() { exchange.beginNoMore() }
      switch exchange.nextResult(within: 0.1) {
      case .result(let scan): try deliver(scan)
      case .finished: return
      case .notYet: try whileWaiting()
      }
    }
  }

  /// Pictures between the first undelivered one and the last one begun: enough that a large
  /// picture doesn't stop the others.
  private static func window(jobs: Int) -> Int { 4 * jobs + 4 }
}
