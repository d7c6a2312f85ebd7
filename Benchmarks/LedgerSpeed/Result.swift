import Dispatch

/// What a measurement found.
struct Result: Encodable {
  /// How many a second.
  let rate: Double
  /// Microseconds; nil where only the whole was timed.
  var median: Double?
  var percentile99: Double?
  var slowest: Double?

  init(_ count: Int, in seconds: Double) { rate = Double(count) / seconds }

  /// - Parameter seconds: of each.
  init(of seconds: [Double]) {
    self.init(seconds.count, in: seconds.reduce(0, +))
    let sorted = seconds.sorted().map { $0 * 1e6 }
    median = sorted[sorted.count / 2]
    percentile99 = sorted[sorted.count * 99 / 100]
    slowest = sorted.last
  }
}

/// Seconds.
func time(_ body: () throws -> Void) rethrows -> Double {
  let start = DispatchTime.now().uptimeNanoseconds
  try body()
  return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
}
