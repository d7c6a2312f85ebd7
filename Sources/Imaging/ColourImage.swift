/// A picture in colour, to draw on; three bytes a pixel.
public struct ColourImage: Sendable, Equatable {
  /// Columns, in pixels.
  public let width: Int
  /// Rows, in pixels.
  public let height: Int
  /// `3 * width * height` bytes: red, green and blue of each pixel, row by row from the top.
  public internal(set) var pixels: [UInt8]

  /// The canvas that looks as the gray picture does.
  public init(_ gray: GrayImage) {
    (width, height) = (gray.width, gray.height)
    pixels = [UInt8](unsafeUninitializedCapacity: 3 * gray.pixels.count) { target, filled in
      for (index, shade) in gray.pixels.enumerated() {
        target[3 * index] = shade
        target[3 * index + 1] = shade
        target[3 * index + 2] = shade
      }
      filled = 3 * gray.pixels.count
    }
  }

  /// The colour of a pixel, which must lie inside.
  public subscript(x: Int, y: Int) -> PixelColour {
    let index = 3 * (y * width + x)
    return PixelColour(red: pixels[index], green: pixels[index + 1], blue: pixels[index + 2])
  }

  /// Mixes a colour into the pixel at an index of `pixels`: all of it at 1, nothing at 0.
  @inline(__always)
  mutating func mix(_ colour: PixelColour, share: Double, at index: Int) {
    func mixed(_ old: UInt8, _ new: UInt8) -> UInt8 {
      UInt8((Double(old) + (Double(new) - Double(old)) * share).rounded())
    }
    pixels[index] = mixed(pixels[index], colour.red)
    pixels[index + 1] = mixed(pixels[index + 1], colour.green)
    pixels[index + 2] = mixed(pixels[index + 2], colour.blue)
  }
}
