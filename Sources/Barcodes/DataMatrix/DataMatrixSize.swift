/// A size of Data Matrix ECC 200 (ISO/IEC 16022:2006, 5.5.1, Table 7).
struct DataMatrixSize: Equatable, Sendable {
  /// Modules with the finder patterns, without quiet zone.
  let rows: Int
  let columns: Int
  /// Data regions above and beside each other.
  let regions: (down: Int, across: Int)
  let dataWords: Int
  /// Check words of all blocks.
  let checkWords: Int
  /// Interleaved Reed–Solomon blocks.
  let blocks: Int

  private init(
    _ rows: Int, _ columns: Int, _ down: Int, _ across: Int, data: Int, check: Int, blocks: Int = 1
  ) {
    (self.rows, self.columns, regions) = (rows, columns, (down, across))
    (dataWords, checkWords, self.blocks) = (data, check, blocks)
  }

  static func == (a: DataMatrixSize, b: DataMatrixSize) -> Bool {
    (a.rows, a.columns) == (b.rows, b.columns)
  }

  /// Rows and columns of the mapping matrix: all data regions put together.
  var mapping: (rows: Int, columns: Int) {
    (rows - 2 * regions.down, columns - 2 * regions.across)
  }

  /// The squares, smallest first.
  static let squares: [DataMatrixSize] = [
    square(10, 1, 3, 5), square(12, 1, 5, 7), square(14, 1, 8, 10), square(16, 1, 12, 12),
    square(18, 1, 18, 14), square(20, 1, 22, 18), square(22, 1, 30, 20), square(24, 1, 36, 24),
    square(26, 1, 44, 28), square(32, 2, 62, 36), square(36, 2, 86, 42), square(40, 2, 114, 48),
    square(44, 2, 144, 56), square(48, 2, 174, 68), square(52, 2, 204, 84, 2),
    square(64, 4, 280, 112, 2), square(72, 4, 368, 144, 4), square(80, 4, 456, 192, 4),
    square(88, 4, 576, 224, 4), square(96, 4, 696, 272, 4), square(104, 4, 816, 336, 6),
    square(120, 6, 1050, 408, 6), square(132, 6, 1304, 496, 8), square(144, 6, 1558, 620, 10),
  ]

  /// The rectangles, smallest first.
  static let rectangles: [DataMatrixSize] = [
    DataMatrixSize(8, 18, 1, 1, data: 5, check: 7),
    DataMatrixSize(8, 32, 1, 2, data: 10, check: 11),
    DataMatrixSize(12, 26, 1, 1, data: 16, check: 14),
    DataMatrixSize(12, 36, 1, 2, data: 22, check: 18),
    DataMatrixSize(16, 36, 1, 2, data: 32, check: 24),
    DataMatrixSize(16, 48, 1, 2, data: 49, check: 28),
  ]

  private static let byArea = (squares + rectangles).sorted {
    ($0.rows * $0.columns, $0.dataWords) < ($1.rows * $1.columns, $1.dataWords)
  }

  private static func square(
    _ side: Int, _ regions: Int, _ data: Int, _ check: Int, _ blocks: Int = 1
  ) -> DataMatrixSize {
    DataMatrixSize(side, side, regions, regions, data: data, check: check, blocks: blocks)
  }

  /// The sizes of a shape, smallest first.
  static func sizes(_ shape: EncodingOptions.MatrixShape) -> [DataMatrixSize] {
    switch shape {
    case .square: squares
    case .rectangle: rectangles
    case .smallest: byArea
    }
  }
}
