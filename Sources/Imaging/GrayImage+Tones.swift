import Foundation

extension GrayImage {
  /// Black for white: light symbols on dark ground.
  public func inverted() -> GrayImage {
    GrayImage.made(width: width, height: height) { target in
      withPixels { source in
        for index in 0..<width * height { target[index] = ~source[index] }
      }
    }
  }

  /// The picture with all shades drawn darker: `255 · (shade / 255) ^ gamma`, by a table.
  ///
  /// Bars that are washed out in glare come back, and light print grows.
  public func darkened(gamma: Double) -> GrayImage {
    let table = (0..<256).map { UInt8((255 * pow(Double($0) / 255, gamma)).rounded()) }
    return GrayImage.made(width: width, height: height) { target in
      withPixels { source in
        table.withUnsafeBufferPointer { table in
          for index in 0..<width * height { target[index] = table[Int(source[index])] }
        }
      }
    }
  }
}
