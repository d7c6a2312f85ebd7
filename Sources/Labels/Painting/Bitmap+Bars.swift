import Imaging

extension Bitmap {
  /// Draws bars on white: the rows that all of them have as one that is repeated, the rest bar by bar.
  mutating func drawBars(_ bars: [DotRect]) {
    guard let top = bars.map(\.y).max(), let bottom = bars.map(\.bottom).min(),
      let left = bars.map(\.x).min(), let right = bars.map(\.right).max(),
      top < bottom, top >= 0, bottom <= height, left >= 0, right <= width
    else { return bars.forEach { fill($0) } }
    for bar in bars {
      fill(x: bar.x, y: bar.y, width: bar.width, height: top + 1 - bar.y)
      if bar.bottom > bottom {
        fill(x: bar.x, y: bottom, width: bar.width, height: bar.bottom - bottom)
      }
    }
    repeatRow(top, times: bottom - top - 1, columns: left..<right)
  }
}
