extension GrayImage {
  /// A part of the picture, shrunk by averaging over boxes until its longer side has at most
  /// `limit` pixels.
  ///
  /// Every pixel of the part counts by the area with which it lies in a box, so that bars which
  /// are narrower than a box leave a shade instead of vanishing.
  ///
  /// - Parameters:
  ///   - columns: of the part, inside the picture and not empty.
  ///   - rows: of the part, inside the picture and not empty.
  public func reduced(columns: Range<Int>, rows: Range<Int>, longerSide limit: Int) -> GrayImage {
    precondition(!columns.isEmpty && !rows.isEmpty && limit > 0)
    precondition(columns.lowerBound >= 0 && columns.upperBound <= width)
    precondition(rows.lowerBound >= 0 && rows.upperBound <= height)
    let longer = max(columns.count, rows.count, limit)
    var reduction = Reduction(
      across: BoxShares(from: columns.count, to: max(columns.count * limit / longer, 1)),
      down: BoxShares(from: rows.count, to: max(rows.count * limit / longer, 1)))
    pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<rows.count {
        let start = (rows.lowerBound + row) * width + columns.lowerBound
        reduction.add(UnsafeBufferPointer(rebasing: pixels[start..<start + columns.count]), row)
      }
    }
    return reduction.finished()
  }
}

/// A reduction under way: rows are added up column by column, which is quick, and shared out among
/// the boxes side by side only when a box is full.
private struct Reduction {
  private let across: BoxShares
  private let down: BoxShares
  /// Of each column: what lies in the boxes that are being filled, and in those below.
  ///
  /// A column of 2^24 pixels would fit.
  private var here: [UInt32]
  private var below: [UInt32]
  private var line: [Int]
  private var box = 0
  private var image: GrayImage

  init(across: BoxShares, down: BoxShares) {
    (self.across, self.down) = (across, down)
    here = Array(repeating: 0, count: across.shares.count)
    below = here
    // One box more than there are, so that the last pixel may spill nothing into it.
    line = Array(repeating: 0, count: across.boxes + 1)
    image = GrayImage(width: across.boxes, height: down.boxes)
  }

  /// Adds the next row.
  mutating func add(_ pixels: UnsafeBufferPointer<UInt8>, _ row: Int) {
    let share = down.shares[row]
    if share.box != box {
      finishBoxes()
      box = share.box
    }
    Self.add(pixels, times: UInt32(share.here), to: &here)
    if share.next > 0 { Self.add(pixels, times: UInt32(share.next), to: &below) }
  }

  mutating func finished() -> GrayImage {
    finishBoxes()
    return image
  }

  private static func add(
    _ pixels: UnsafeBufferPointer<UInt8>, times share: UInt32, to sums: inout [UInt32]
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      for column in 0..<pixels.count { sums[column] &+= UInt32(pixels[column]) &* share }
    }
  }

  private mutating func finishBoxes() {
    across.add(here, to: &line)
    let area = across.shares.count * down.shares.count
    for x in 0..<across.boxes {
      image.pixels[box * across.boxes + x] = UInt8((line[x] + area / 2) / area)
    }
    for x in line.indices { line[x] = 0 }
    swap(&here, &below)
    for column in below.indices { below[column] = 0 }
  }
}

/// How the pixels of an axis are shared out among fewer boxes, in whole numbers: a pixel is as
/// long as there are boxes, a box as long as there are pixels.
private struct BoxShares {
  struct Share {
    /// The box in which the pixel begins.
    let box: Int
    /// How much of the pixel lies in that box, and how much in the next.
    let here, next: Int
  }

  let boxes: Int
  let shares: [Share]

  init(from pixels: Int, to boxes: Int) {
    self.boxes = boxes
    shares = (0..<pixels).map { pixel in
      let box = pixel * boxes / pixels
      let here = min((box + 1) * pixels - pixel * boxes, boxes)
      return Share(box: box, here: here, next: boxes - here)
    }
  }

  /// Shares the sums of columns out among their boxes.
  func add(_ columns: [UInt32], to boxes: inout [Int]) {
    shares.withUnsafeBufferPointer { shares in
      columns.withUnsafeBufferPointer { columns in
        boxes.withUnsafeMutableBufferPointer { boxes in
          for column in 0..<shares.count {
            let (share, sum) = (shares[column], Int(columns[column]))
            boxes[share.box] += sum * share.here
            boxes[share.box + 1] += sum * share.next
          }
        }
      }
    }
  }
}
