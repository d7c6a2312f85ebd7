/// One scan line as bars and spaces, by a threshold that follows the light.
struct BarLine {
  private let isDark: [Bool]

  init(_ line: Int, of lines: ScanLines) {
    let shades = (0..<lines.length).map { lines[$0, line] }
    let thresholds = Self.thresholds(shades)
    isDark = shades.indices.map { shades[$0] < thresholds[$0 / Self.block] }
  }

  /// Pixels over which the light is taken to be even.
  private static let block = 32

  /// For each block, halfway between the darkest and the lightest pixel around it.
  ///
  /// Where nothing stands out, the line as a whole decides.
  private static func thresholds(_ shades: [Int]) -> [Int] {
    let blocks = stride(from: 0, to: shades.count, by: block).map { start in
      let part = shades[start..<min(start + block, shades.count)]
      return (dark: part.min() ?? 0, light: part.max() ?? 0)
    }
    let whole = (dark: blocks.map(\.dark).min() ?? 0, light: blocks.map(\.light).max() ?? 0)
    return blocks.indices.map { index in
      let around = blocks[max(index - 1, 0)...min(index + 1, blocks.count - 1)]
      let dark = around.map(\.dark).min() ?? 0, light = around.map(\.light).max() ?? 0
      let standsOut = 4 * (light - dark) > whole.light - whole.dark
      return standsOut ? (dark + light + 1) / 2 : (whole.dark + whole.light + 1) / 2
    }
  }

  /// From the first bar to the last of the symbol that a place belongs to, or stands beside:
  /// as far as there is no light that is too wide.
  func extent(around place: Int) -> ClosedRange<Int> {
    let middle = min(max(place, 0), isDark.count - 1)
    // Spaces have eight modules at most (ISO/IEC 24724, finder of DataBar), and blur takes some
    // from bars and gives it to spaces. Two quiet zones side by side have fourteen at least.
    let widestSpace = 8 * module(around: middle) + 3
    let far = lastBar(from: middle, step: 1, widestSpace: widestSpace)
    let near = lastBar(from: middle, step: -1, widestSpace: widestSpace)
    return min(near, far)...max(near, far)
  }

  /// The width of a module around a place, in pixels: that of the narrower bars.
  private func module(around place: Int) -> Int {
    let widths = (barWidths(from: place, step: 1) + barWidths(from: place - 1, step: -1)).sorted()
    return widths.isEmpty ? 1 : widths[widths.count / 4]
  }

  private func barWidths(from start: Int, step: Int) -> [Int] {
    let enough = 12
    var widths: [Int] = []
    var width = 0
    var place = start
    while isDark.indices.contains(place), widths.count < enough {
      if isDark[place] {
        width += 1
      } else if width > 0 {
        widths.append(width)
        width = 0
      }
      place += step
    }
    return widths
  }

  private func lastBar(from start: Int, step: Int, widestSpace: Int) -> Int {
    var last = start
    var place = start
    while isDark.indices.contains(place), abs(place - last) <= widestSpace {
      if isDark[place] { last = place }
      place += step
    }
    return last
  }
}
