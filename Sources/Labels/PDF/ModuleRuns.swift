import Barcodes

/// The dark modules of a matrix as rectangles that don't overlap: runs of a row, joined with equal
/// runs in the rows below.
struct ModuleRuns {
  /// A rectangle of modules.
  struct Run {
    let x: Int
    let width: Int
    let top: Int
    fileprivate(set) var bottom: Int
  }

  private let matrix: ModuleMatrix

  init(_ matrix: ModuleMatrix) { self.matrix = matrix }

  /// Calls for each rectangle, in the order of their lower edges.
  func forEach(_ body: (Run) -> Void) {
    var open: [Run] = []
    var next: [Run] = []
    matrix.dark.withUnsafeBufferPointer { dark in
      for row in 0..<matrix.rows {
        next.removeAll(keepingCapacity: true)
        continueRuns(dark, row, open, into: &next, body)
        swap(&open, &next)
      }
    }
    for run in open { body(run) }
  }

  /// The runs of a row, from the left: those that stood above go on, others of above are done.
  private func continueRuns(
    _ dark: UnsafeBufferPointer<Bool>, _ row: Int, _ open: [Run], into next: inout [Run],
    _ done: (Run) -> Void
  ) {
    let start = row * matrix.columns
    var (column, above) = (0, 0)
    while column < matrix.columns {
      guard dark[start + column] else {
        column += 1
        continue
      }
      let first = column
      while column < matrix.columns, dark[start + column] { column += 1 }
      while above < open.count, open[above].x < first {
        done(open[above])
        above += 1
      }
      var run = Run(x: first, width: column - first, top: row, bottom: row + 1)
      if above < open.count, open[above].x == first {
        if open[above].width == run.width {
          run = open[above]
          run.bottom = row + 1
        } else {
          done(open[above])
        }
        above += 1
      }
      next.append(run)
    }
    for run in open[above...] { done(run) }
  }
}
