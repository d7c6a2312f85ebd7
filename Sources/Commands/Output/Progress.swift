import Foundation

/// A line on standard error that tells how far long work is: a bar, the rate, the time left.
///
/// Only where standard error is a screen; used from one thread.
final class Progress {
  private let total: () -> Int?
  private let noun: String
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var isOnScreen = false
  private var done = 0

  /// - Parameters:
  ///   - total: how many there will be, asked for each time; nil as long as the end isn't known.
  ///   - noun: what is counted, in the plural.
  init(total: @escaping @autoclosure () -> Int?, noun: String, isWanted: Bool) {
    (self.total, self.noun) = (total, noun)
    isShown = isWanted && Terminal.isErrorScreen && Terminal.movesCursor
  }

  /// Counts one more.
  func advance() {
    done += 1
    refresh()
  }

  /// Says how many are done now.
  func show(done: Int) {
    self.done = done
    refresh()
  }

  /// Paints anew, at most ten times a second.
  func refresh() {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    isOnScreen = true
    let elapsed = (now - start) / .seconds(1)
    // A line that wraps couldn't be taken back.
    let line = ProgressLine(done: done, total: total(), noun: noun, seconds: elapsed)
      .text(columns: Terminal.errorColumns - 1, colour: Terminal.wantsColour)
    Terminal.text("\r\u{1B}[K" + line)
  }

  /// Takes the line away, so that what follows stands on a clean one; the next refresh brings it
  /// back.
  func finish() {
    guard isOnScreen else { return }
    isOnScreen = false
    Terminal.text("\r\u{1B}[K")
  }
}
