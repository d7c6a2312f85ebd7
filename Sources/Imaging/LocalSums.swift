/// Sums over a square around each pixel, row by row, in a time that doesn't depend on its size.
///
/// Sums of the columns are carried from row to row, and a sum of those along the row. Beyond the
/// border the picture goes on with its outermost pixels, so that every sum has the same number of
/// pixels.
struct LocalSums {
  /// Pixels in each sum.
  let area: Int
  private let radius: Int
  private let image: GrayImage

  /// - Parameter window: the square's side in pixels; odd.
  init(of image: GrayImage, window: Int) {
    (self.image, radius) = (image, window / 2)
    area = (2 * radius + 1) * (2 * radius + 1)
  }

  /// Calls `body` for each row with its first pixel's index and the sums of its pixels.
  func forEachRow(_ body: (_ start: Int, _ sums: UnsafePointer<UInt32>) -> Void) {
    let width = image.width
    guard width > 0, image.height > 0 else { return }
    let padded = width + 2 * radius + 1
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: padded + width) { scratch in
      scratch.initialize(repeating: 0)
      guard let columns = scratch.baseAddress else { return }
      let sums = columns + padded
      image.withPixels { pixels in
        for row in -radius - 1..<radius { add(row, of: pixels, to: columns) }
        for row in 0..<image.height {
          move(to: row, of: pixels, columns)
          total(columns, into: sums)
          body(row * width, UnsafePointer(sums))
        }
      }
    }
  }

  /// The row at a height, or the outermost one.
  private func line(_ row: Int, of pixels: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    pixels + min(max(row, 0), image.height - 1) * image.width
  }

  private func add(
    _ row: Int, of pixels: UnsafePointer<UInt8>, to columns: UnsafeMutablePointer<UInt32>
  ) {
    let line = line(row, of: pixels)
    let own = columns + radius + 1
    for x in 0..<image.width { own[x] &+= UInt32(line[x]) }
  }

  /// Takes in the row that enters the square and gives up the one that leaves it.
  private func move(
    to row: Int, of pixels: UnsafePointer<UInt8>, _ columns: UnsafeMutablePointer<UInt32>
  ) {
    let width = image.width
    let entering = line(row + radius, of: pixels), leaving = line(row - radius - 1, of: pixels)
    let own = columns + radius + 1
    for x in 0..<width { own[x] = own[x] &+ UInt32(entering[x]) &- UInt32(leaving[x]) }
    for x in 0...radius { columns[x] = own[0] }
    for x in 0..<radius { own[width + x] = own[width - 1] }
  }

  private func total(
    _ columns: UnsafeMutablePointer<UInt32>, into sums: UnsafeMutablePointer<UInt32>
  ) {
    var sum: UInt32 = 0
    for x in 0...2 * radius { sum &+= columns[x] }
    for x in 0..<image.width {
      sum = sum &+ columns[x + 2 * radius + 1] &- columns[x]
      sums[x] = sum
    }
  }
}
