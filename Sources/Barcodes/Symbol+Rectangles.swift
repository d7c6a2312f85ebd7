/// A dark rectangle of a symbol, in modules from its top left corner.
public struct ModuleRectangle: Sendable, Equatable {
  /// The left edge.
  public let x: Int
  /// The upper edge.
  public let y: Int
  /// Columns.
  public let width: Int
  /// Rows.
  public internal(set) var height: Int
}

extension ModuleMatrix {
  /// The dark modules as rectangles that don't overlap: runs in a row, joined with equal runs
  /// below; ordered by their upper edges, then by their left ones.
  public var rectangles: [ModuleRectangle] {
    var done: [ModuleRectangle] = []
    var open: [ModuleRectangle] = []
    for row in 0..<rows {
      var next = runs(in: row)
      for run in next.indices {
        let above = open.firstIndex { $0.x == next[run].x && $0.width == next[run].width }
        guard let above else { continue }
        next[run] = open.remove(at: above)
        next[run].height += 1
      }
      done += open
      open = next
    }
    return (done + open).sorted { ($0.y, $0.x) < ($1.y, $1.x) }
  }

  private func runs(in row: Int) -> [ModuleRectangle] {
    var runs: [ModuleRectangle] = [], column = 0
    while column < columns {
      let start = column
      while column < columns, self[column, row] { column += 1 }
      if column > start {
        runs.append(ModuleRectangle(x: start, y: row, width: column - start, height: 1))
      }
      column += 1
    }
    return runs
  }
}

extension BarPattern {
  /// A bar, in modules from the left edge of the symbol.
  public struct Bar: Sendable, Equatable {
    /// The left edge.
    public let x: Int
    /// The width.
    public let width: Int
    /// Whether it reaches further down than the others.
    public let isGuard: Bool
    /// Whether it belongs to an add-on, and begins below the add-on's text.
    public let isAddOn: Bool
  }

  /// The bars from left to right.
  public var bars: [Bar] {
    var bars: [Bar] = [], x = 0
    for (index, width) in widths.enumerated() {
      if index.isMultiple(of: 2) {
        bars.append(
          Bar(
            x: x, width: Int(width), isGuard: guardBars.contains(index),
            isAddOn: index >= addOnStart ?? .max))
      }
      x += Int(width)
    }
    return bars
  }
}
