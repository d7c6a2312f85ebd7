import Barcodes
import Imaging

extension Bitmap {
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
