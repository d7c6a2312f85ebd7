import Barcodes
import Imaging

extension Bitmap {
  /// Draws bars of a height; guard bars reach further down by a depth, as do those of an add-on, which begin
  /// lower.
  mutating func draw(
    _ pattern: BarPattern, module: Int, x: Int, y: Int, height: Int, guardDepth: Int, addOnTop: Int
  ) {
    for bar in pattern.bars {
      let top = bar.isAddOn ? addOnTop : 0
      let bottom = height + (bar.isGuard || bar.isAddOn ? guardDepth : 0)
      fill(x: x + bar.x * module, y: y + top, width: bar.width * module, height: bottom - top)
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
