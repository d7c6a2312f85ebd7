import Foundation

/// A line on standard error that tells how far long work is: a bar, the rate, the time left.
///
/// Only where standard error is a screen; used from one thread.
final class Progress {
  private let total: Int?
  private let noun: String
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var done = 0

  /// - Parameters:
  ///   - total: nil where the end isn't known.
  ///   - noun: what is counted, in the plural.
  init(total: Int?, noun: String, isWanted: Bool) {
    (self.total, self.noun) = (total, noun)
    isShown = isWanted && Terminal.isErrorScreen
  }

  /// Counts one more; paints at most ten times a second.
  func advance() {
    done += 1
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    write("\r\u{1B}[K" + line(now - start))
  }

  /// Takes the line away, so that what follows stands on a clean one.
  func finish() {
    guard isShown, lastShown != nil else { return }
    write("\r\u{1B}[K")
  }

  private func line(_ elapsed: Duration) -> String {
    let seconds = max(
      0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
    let rate = Double(done) / seconds
    let speed = "\(Int(rate.rounded())) \(noun)/s"
    guard let total, total > 0 else { return "\(done) \(noun), \(speed)" }
    let filled = min(24, 24 * done / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    let left = Int((Double(total - done) / max(rate, 0.001)).rounded(.up))
    return "\(bar) \(done) of \(total) \(noun), \(speed), \(left) s left"
  }

  private func write(_ text: String) { Terminal.text(text) }
}
