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
    let across = BoxShares(from: columns.count, to: max(columns.count * limit / longer, 1))
    let down = BoxShares(from: rows.count, to: max(rows.count * limit / longer, 1))
    // One box more than there are, so that the last pixel may spill nothing into it.
    let stride = across.boxes + 1
    var sums = [Int](repeating: 0, count: stride * (down.boxes + 1))
    var line = [Int](repeating: 0, count: stride)
    pixels.withUnsafeBufferPointer { pixels in
      sums.withUnsafeMutableBufferPointer { sums in
        line.withUnsafeMutableBufferPointer { line in
          for row in 0..<rows.count {
            let start = (rows.lowerBound + row) * width + columns.lowerBound
            across.add(
              UnsafeBufferPointer(rebasing: pixels[start..<start + columns.count]), to: line)
            down.add(line, ofRow: row, to: sums)
          }
        }
      }
    }
    return GrayImage.averages(
      of: sums, stride: stride, width: across.boxes, height: down.boxes,
      area: columns.count * rows.count)
  }

  private static func averages(
    of sums: [Int], stride: Int, width: Int, height: Int, area: Int
  ) -> GrayImage {
    var image = GrayImage(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        image.pixels[y * width + x] = UInt8((sums[y * stride + x] + area / 2) / area)
      }
    }
    return image
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

  /// Adds the pixels of a row to their boxes.
  func add(_ pixels: UnsafeBufferPointer<UInt8>, to sums: UnsafeMutableBufferPointer<Int>) {
    shares.withUnsafeBufferPointer { shares in
      for column in 0..<shares.count {
        let (share, shade) = (shares[column], Int(pixels[column]))
        sums[share.box] += shade * share.here
        sums[share.box + 1] += shade * share.next
      }
    }
  }

  /// Adds a row of sums to the boxes below each other that it lies in, and empties it.
  func add(
    _ line: UnsafeMutableBufferPointer<Int>, ofRow row: Int,
    to sums: UnsafeMutableBufferPointer<Int>
  ) {
    let (share, stride) = (shares[row], line.count)
    let (first, second) = (share.box * stride, (share.box + 1) * stride)
    for box in 0..<stride {
      sums[first + box] += line[box] * share.here
      sums[second + box] += line[box] * share.next
      line[box] = 0
    }
  }
}
