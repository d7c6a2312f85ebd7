/// The two sides of a linear symbol: parallel lines through the ends of its bars.
struct BandSides {
  private let slope: Double
  private let near: Double
  private let far: Double

  init(_ band: ReadBand, in lines: ScanLines) {
    let slope = band.slope(in: lines)
    // Turned upright, the ends of all lines lie above each other.
    let straight = { (place: Int, line: Int) in place - Int((slope * Double(line)).rounded()) }
    let near = band.spans.map { straight($0.near, $0.line) }.quantile(0.2)
    let far = max(band.spans.map { straight($0.far, $0.line) }.quantile(0.8), near + 1)
    let reads = band.spans.map { straight($0.place, $0.line) }
    self.slope = slope
    self.near = Double(Self.end(near, reads: reads, width: far - near))
    self.far = Double(Self.end(far, reads: reads, width: far - near))
  }

  /// Where the bars end, or where zbar finished reading if that is clearly elsewhere: bars seem to
  /// go on into print beside the symbol, and readings of some symbologies end at the last
  /// character but one.
  private static func end(_ bars: Int, reads: [Int], width: Int) -> Int {
    let close = reads.filter { abs($0 - bars) <= width / 4 }
    guard close.count > 1 else { return bars }
    let read = close.quantile(0.5)
    return abs(read - bars) <= width / 10 ? bars : read
  }

  func near(at line: Int) -> Int { Int((near + slope * Double(line)).rounded()) }
  func far(at line: Int) -> Int { Int((far + slope * Double(line)).rounded()) }
}
