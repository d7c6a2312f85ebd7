import Barcodes
import Imaging

extension Bitmap {
  /// Draws a matrix on white: each row of modules once, and again as often as a module has dots.
  mutating func draw(_ matrix: ModuleMatrix, module: Int, x: Int, y: Int) {
    for row in 0..<matrix.rows {
      let top = y + row * module
      var column = 0
      while column < matrix.columns {
        let start = column
        while column < matrix.columns, matrix[column, row] { column += 1 }
        if column > start {
          fill(x: x + start * module, y: top, width: (column - start) * module, height: 1)
        }
        column += 1
      }
      repeatRow(top, times: module - 1, columns: x..<x + matrix.columns * module)
    }
  }
}
