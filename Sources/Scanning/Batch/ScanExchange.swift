import Foundation

/// Where the caller of a batch and its workers meet: paths one way, results the other.
///
/// `@unchecked Sendable` is sound: every access to the state lies between `lock` and `unlock` of
/// the one condition.
final class ScanExchange: @unchecked Sendable {
  enum Next {
    case result(ImageScan)
    case notYet
    case finished
  }

  private let condition = NSCondition()
  private let window: Int
  private let ordered: Bool
  private var waiting: [(number: Int, path: String)] = []
  private var finished: [Int: ImageScan] = [:]
  private var taken = 0
  private var begun = 0
  private var delivered = 0
  private var isExhausted = false
  private var isClosed = false
  private var endedWorkers = 0

  init(window: Int, ordered: Bool) {
    (self.window, self.ordered) = (window, ordered)
  }

  private func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
    condition.lock()
    defer { condition.unlock() }
    return try body()
  }

  // MARK: The feeding thread's side

  /// Hands over one more path as soon as there is room for it; false where nobody wants it.
  func offer(_ path: String) -> Bool {
    locked {
      while taken - delivered >= window, !isClosed, !isExhausted { condition.wait() }
      guard !isClosed, !isExhausted else { return false }
      waiting.append((taken, path))
      taken += 1
      condition.broadcast()
      return true
    }
  }

  func endOfPaths() {
    locked {
      isExhausted = true
      condition.broadcast()
    }
  }

  // MARK: The caller's side

  /// The next result to be delivered, for which it waits a while.
  func nextResult(within seconds: TimeInterval) -> Next {
    locked {
      let deadline = Date(timeIntervalSinceNow: seconds)
      while true {
        if let number = deliverable, let scan = finished.removeValue(forKey: number) {
          delivered += 1
          condition.broadcast()
          return .result(scan)
        }
        if isExhausted, delivered == taken { return .finished }
        if !condition.wait(until: deadline) { return .notYet }
      }
    }
  }

  /// Drops what is waiting; pictures are begun in order, so what is left to deliver has no gap.
  func beginNoMore() {
    locked {
      waiting.removeAll()
      taken = begun
      isExhausted = true
      condition.broadcast()
    }
  }

  private var deliverable: Int? { ordered ? delivered : finished.keys.min() }

  /// Ends the workers after the pictures under way, and waits for that.
  func close(waitingFor workers: Int) {
    locked {
      isClosed = true
      condition.broadcast()
      while endedWorkers < workers { condition.wait() }
    }
  }

  // MARK: The workers' side

  /// Scans what is waiting until the exchange is closed; the scanner is gone before that is told.
  func work(with makeScanner: () -> any PictureScanning) {
    work(with: makeScanner())
    locked {
      endedWorkers += 1
      condition.broadcast()
    }
  }

  private func work(with scanner: any PictureScanning) {
    while let job = nextJob() {
      let scan = scanner.scan(path: job.path)
      locked {
        finished[job.number] = scan
        condition.broadcast()
      }
    }
  }

  private func nextJob() -> (number: Int, path: String)? {
    locked {
      while waiting.isEmpty, !isClosed { condition.wait() }
      guard !isClosed else { return nil }
      begun += 1
      return waiting.removeFirst()
    }
  }
}
