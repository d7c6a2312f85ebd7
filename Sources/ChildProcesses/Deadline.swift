/// A moment on the clock that nobody can set, or none.
struct Deadline {
  private let moment: ContinuousClock.Instant?

  init(within time: Duration?) { moment = time.map { ContinuousClock.now + $0 } }

  var hasPassed: Bool { moment.map { ContinuousClock.now >= $0 } ?? false }

  /// What poll(2) waits: milliseconds rounded up, at most a minute, -1 without a deadline.
  var pollMilliseconds: Int32 {
    guard let moment else { return -1 }
    let left = (moment - ContinuousClock.now) / .milliseconds(1)
    return Int32(min(max(left.rounded(.up), 0), 60_000))
  }
}
