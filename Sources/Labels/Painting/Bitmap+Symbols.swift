import Barcodes
import Imaging

extension Bitmap {
  /// Draws bars of a height; guard bars reach further down by a depth.
  mutating func draw(
    _ pattern: BarPattern, module: Int, x: Int, y: Int, height: Int, guardDepth: Int
  ) {
    for bar in pattern.bars {
      fill(
        x: x + bar.x * module, y: y, width: bar.width * module,
        height: height + (bar.isGuard ? guardDepth : 0))
    }
  }

  /// Draws a matrix, neighbouring dark modules of a row as one rectangle.
  mutating func draw(_ matrix: ModuleMatrix, module: Int, x: Int, y: Int) {
    for row in 0..<matrix.rows {
      var column = 0
      while column < matrix.columns {
        let start = column
        while column < matrix.columns, matrix[column, row] { column += 1 }
        if column > start {
          fill(
            x: x + start * module, y: y + row * module, width: (column - start) * module,
            height: module)
        }
        column += 1
      }
    }
  }
}
