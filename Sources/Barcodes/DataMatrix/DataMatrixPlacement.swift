/// Where the bits of the words stand (ISO/IEC 16022:2006, 5.8 and Annex F).
///
/// Words lie along diagonals in a shape like the state of Utah; four shapes of corners take what
/// is left over there.
struct DataMatrixPlacement {
  /// The mapping matrix, row by row: what no word covers is light.
  private(set) var dark: [Bool]
  private var isTaken: [Bool]
  private let rows: Int
  private let columns: Int
  private let words: [UInt8]
  private var next = 0

  init(_ words: [UInt8], rows: Int, columns: Int) {
    (self.words, self.rows, self.columns) = (words, rows, columns)
    dark = Array(repeating: false, count: rows * columns)
    isTaken = dark
    sweep()
    fillLowerCorner()
  }

  /// Goes up and down the diagonals.
  private mutating func sweep() {
    var row = 4, column = 0
    repeat {
      placeCorner(row, column)
      repeat {
        if row < rows, column >= 0 { placeUtah(row, column) }
        (row, column) = (row - 2, column + 2)
      } while row >= 0 && column < columns
      (row, column) = (row + 1, column + 3)
      repeat {
        if row >= 0, column < columns { placeUtah(row, column) }
        (row, column) = (row + 2, column - 2)
      } while row < rows && column >= 0
      (row, column) = (row + 3, column + 1)
    } while row < rows || column < columns
  }

  /// Two modules that some sizes leave over are dark (F.3).
  private mutating func fillLowerCorner() {
    guard !isTaken[rows * columns - 1] else { return }
    dark[rows * columns - 1] = true
    dark[(rows - 1) * columns - 2] = true
  }

  /// The shapes of corners (Figures F.3 to F.6); negative numbers count from the far edge.
  private mutating func placeCorner(_ row: Int, _ column: Int) {
    if row == rows, column == 0 {
      place([(-1, 0), (-1, 1), (-1, 2), (0, -2), (0, -1), (1, -1), (2, -1), (3, -1)])
    } else if row == rows - 2, column == 0, !columns.isMultiple(of: 4) {
      place([(-3, 0), (-2, 0), (-1, 0), (0, -4), (0, -3), (0, -2), (0, -1), (1, -1)])
    } else if row == rows - 2, column == 0, columns % 8 == 4 {
      place([(-3, 0), (-2, 0), (-1, 0), (0, -2), (0, -1), (1, -1), (2, -1), (3, -1)])
    } else if row == rows + 4, column == 2, columns.isMultiple(of: 8) {
      place([(-1, 0), (-1, -1), (0, -3), (0, -2), (0, -1), (1, -3), (1, -2), (1, -1)])
    }
  }

  private mutating func place(_ corner: [(row: Int, column: Int)]) {
    for (bit, spot) in corner.enumerated() {
      set(
        bit, spot.row < 0 ? spot.row + rows : spot.row,
        spot.column < 0 ? spot.column + columns : spot.column)
    }
    next += 1
  }

  /// The common shape (Figure F.2) around its last bit.
  private mutating func placeUtah(_ row: Int, _ column: Int) {
    guard !isTaken[row * columns + column] else { return }
    setWrapped(0, row - 2, column - 2)
    setWrapped(1, row - 2, column - 1)
    setWrapped(2, row - 1, column - 2)
    setWrapped(3, row - 1, column - 1)
    setWrapped(4, row - 1, column)
    setWrapped(5, row, column - 2)
    setWrapped(6, row, column - 1)
    setWrapped(7, row, column)
    next += 1
  }

  /// What reaches beyond an edge comes in again at the other one, moved aside.
  private mutating func setWrapped(_ bit: Int, _ row: Int, _ column: Int) {
    var (row, column) = (row, column)
    if row < 0 { (row, column) = (row + rows, column + 4 - (rows + 4) % 8) }
    if column < 0 { (row, column) = (row + 4 - (columns + 4) % 8, column + columns) }
    set(bit, row, column)
  }

  /// Bit 0 is the highest of the word.
  private mutating func set(_ bit: Int, _ row: Int, _ column: Int) {
    let index = row * columns + column
    isTaken[index] = true
    dark[index] = words[next] >> UInt8(7 - bit) & 1 == 1
  }
}
