import Barcodes
import Imaging

extension Bitmap {
  /// Draws a matrix on white: each row of modules once, and again as often as a module has dots.
  mutating func draw(_ matrix: ModuleMatrix, module: Int, x: Int, y: Int) {
    let columns = matrix.columns
    matrix.dark.withUnsafeBufferPointer { dark in
      for row in 0..<matrix.rows {
        let (top, begin) = (y + row * module, row * columns)
        var column = 0
        while column < columns {
          let start = column
          while column < columns, dark[begin + column] { column += 1 }
          if column > start {
            fill(x: x + start * module, y: top, width: (column - start) * module, height: 1)
          }
          column += 1
        }
        repeatRow(top, times: module - 1, columns: x..<x + columns * module)
      }
    }
  }
}
