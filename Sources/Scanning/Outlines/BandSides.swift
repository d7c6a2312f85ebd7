/// The two sides of a linear symbol: parallel lines through the ends of its bars.
struct BandSides {
  private let slope: Double
  private let near: Double
  private let far: Double

  init(_ band: ReadBand, in lines: ScanLines) {
    let slope = Self.slope(of: band, in: lines)
    // Turned upright, the ends of all lines lie above each other.
    let straight = { (place: Int, line: Int) in place - Int((slope * Double(line)).rounded()) }
    let near = band.spans.map { straight($0.near, $0.line) }.quantile(0.2)
    let far = max(band.spans.map { straight($0.far, $0.line) }.quantile(0.8), near + 1)
    // Where zbar finished reading is more exact than where bars seem to end.
    let reads = band.spans.map { straight($0.place, $0.line) }
    let quarter = (far - near) / 4
    let atNear = reads.filter { abs($0 - near) <= quarter }
    let atFar = reads.filter { abs($0 - far) <= quarter }
    self.slope = slope
    self.near = Double(atNear.count < 2 ? near : atNear.quantile(0.5))
    self.far = Double(atFar.count < 2 ? far : atFar.quantile(0.5))
  }

  func near(at line: Int) -> Int { Int((near + slope * Double(line)).rounded()) }
  func far(at line: Int) -> Int { Int((far + slope * Double(line)).rounded()) }

  /// Pixels that the bars move along the line for each line, by comparing the middle with either
  /// end. Where neither can be found again, the symbol is taken to stand straight.
  private static func slope(of band: ReadBand, in lines: ScanLines) -> Double {
    let middle = band.span(at: band.middleLine)
    let slopes = [band.firstLine, band.lastLine].compactMap { line -> Double? in
      guard line != middle.line,
        let drift = BarProfile.drift(of: middle, to: line, in: lines)
      else { return nil }
      return Double(drift) / Double(line - middle.line)
    }
    return slopes.isEmpty ? 0 : slopes.reduce(0, +) / Double(slopes.count)
  }
}
