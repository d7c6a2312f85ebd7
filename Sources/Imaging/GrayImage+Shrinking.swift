extension GrayImage {
  /// The picture shrunk so that its longer side has `longerSide` pixels, by averaging over boxes;
  /// as it is where it is small enough.
  public func fitted(longerSide: Int) -> GrayImage {
    let longer = max(width, height)
    guard longer > longerSide, longerSide > 0, !pixels.isEmpty else { return self }
    return shrunk(
      width: max(width * longerSide / longer, 1), height: max(height * longerSide / longer, 1))
  }

  /// The picture shrunk to a size, each pixel the mean of the box that it stands for.
  ///
  /// Rows are gathered first, all columns at once, and each gathered row then along itself.
  ///
  /// - Parameters:
  ///   - width: at most the picture's.
  ///   - height: at most the picture's.
  public func shrunk(width: Int, height: Int) -> GrayImage {
    precondition(1...self.width ~= width && 1...self.height ~= height)
    let down = Self.shares(from: self.height, to: height)
    let across = Self.shares(from: self.width, to: width)
    return GrayImage.made(width: width, height: height) { target in
      withPixels { source in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * self.width) { sums in
          guard let here = sums.baseAddress else { return }
          let next = here + self.width
          sums.initialize(repeating: 0)
          for y in 0..<self.height {
            let line = source + y * self.width
            let share = down[y]
            for x in 0..<self.width {
              let shade = Float(line[x])
              here[x] += shade * share.here
              next[x] += shade * share.next
            }
            guard y + 1 == self.height || down[y + 1].box != share.box else { continue }
            Self.gather(here, across, into: target + share.box * width)
            for x in 0..<self.width { (here[x], next[x]) = (next[x], 0) }
          }
        }
      }
    }
  }

  /// How much of a pixel lies in the box in which it begins, and how much in the next; all shares
  /// of a box together are 1.
  private struct Share {
    var box: Int
    var here: Float
    var next: Float
  }

  private static func shares(from pixels: Int, to boxes: Int) -> [Share] {
    (0..<pixels).map { pixel in
      let box = pixel * boxes / pixels
      let here = min((box + 1) * pixels - pixel * boxes, boxes)
      return Share(
        box: box, here: Float(here) / Float(pixels), next: Float(boxes - here) / Float(pixels))
    }
  }

  private static func gather(
    _ line: UnsafePointer<Float>, _ shares: [Share], into target: UnsafeMutablePointer<UInt8>
  ) {
    var (sum, spill, box) = (Float(0.5), Float(0), 0)
    for (x, share) in shares.enumerated() {
      if share.box != box {
        target[box] = UInt8(min(sum, 255))
        (sum, spill, box) = (0.5 + spill, 0, share.box)
      }
      sum += line[x] * share.here
      spill += line[x] * share.next
    }
    target[box] = UInt8(min(sum, 255))
  }
}
