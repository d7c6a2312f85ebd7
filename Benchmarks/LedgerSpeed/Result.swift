import Dispatch

/// What a measurement found.
struct Result: Encodable {
  /// How many a second.
  let rate: Double
  /// Microseconds; nil where only the whole was timed.
  var median: Double?
  var percentile99: Double?

  init(_ count: Int, in seconds: Double) { rate = Double(count) / seconds }
}

/// Seconds.
func time(_ body: () throws -> Void) rethrows -> Double {
  let start = DispatchTime.now().uptimeNanoseconds
  try body()
  return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
}
