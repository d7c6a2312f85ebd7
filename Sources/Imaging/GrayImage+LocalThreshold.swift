extension GrayImage {
  /// Black where a pixel is darker than the mean of the square around it, white elsewhere.
  ///
  /// Shadows and uneven light go, and so do all shades.
  ///
  /// - Parameters:
  ///   - window: the square's side in pixels; odd.
  ///   - margin: shades by which a pixel must be darker, so that noise on white paper stays white.
  public func locallyThresholded(window: Int, margin: Int = 0) -> GrayImage {
    let sums = LocalSums(of: self, window: window)
    let area = UInt32(sums.area), offset = area * UInt32(margin)
    return GrayImage.made(width: width, height: height) { target in
      withPixels { source in
        sums.forEachRow { start, sums in
          for x in 0..<width {
            let isDark = UInt32(source[start + x]) &* area &+ offset < sums[x]
            target[start + x] = isDark ? 0 : 255
          }
        }
      }
    }
  }

  /// The difference to the mean of the square around each pixel, added to the pixel `amount` times:
  /// edges become steeper.
  ///
  /// - Parameter window: the square's side in pixels; odd.
  public func sharpened(window: Int, amount: Float) -> GrayImage {
    let sums = LocalSums(of: self, window: window)
    let share = amount / Float(sums.area), whole = 1 + amount
    return GrayImage.made(width: width, height: height) { target in
      withPixels { source in
        sums.forEachRow { start, sums in
          for x in 0..<width {
            let shade = Float(source[start + x]) * whole - Float(sums[x]) * share
            target[start + x] = UInt8(min(max(shade, 0), 255))
          }
        }
      }
    }
  }
}
