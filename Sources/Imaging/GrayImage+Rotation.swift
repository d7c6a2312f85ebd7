import Foundation

extension GrayImage {
  /// The picture turned clockwise around its middle, whole, on a ground of one shade.
  ///
  /// Pixels lie between the picture's pixels in straight proportion.
  public func rotated(degrees: Double, ground: UInt8 = 128) -> GrayImage {
    guard !pixels.isEmpty else { return self }
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    let columns = Int((abs(cosine) * Double(width) + abs(sine) * Double(height)).rounded(.up))
    let rows = Int((abs(sine) * Double(width) + abs(cosine) * Double(height)).rounded(.up))
    let middle = (x: Double(width - 1) / 2, y: Double(height - 1) / 2)
    return GrayImage.made(width: columns, height: rows) { target in
      withPixels { source in
        for y in 0..<rows {
          let dy = Double(y) - Double(rows - 1) / 2, dx = -Double(columns - 1) / 2
          // 16 bits behind the point; a step along the row is the same everywhere.
          var u = Int(((middle.x + cosine * dx + sine * dy) * 65536).rounded())
          var v = Int(((middle.y - sine * dx + cosine * dy) * 65536).rounded())
          let (stepU, stepV) = (Int(cosine * 65536), Int(-sine * 65536))
          for x in 0..<columns {
            target[y * columns + x] = between(u, v, of: source) ?? ground
            u += stepU
            v += stepV
          }
        }
      }
    }
  }

  /// The shade between four pixels; nil outside.
  @inline(__always)
  private func between(_ u: Int, _ v: Int, of source: UnsafePointer<UInt8>) -> UInt8? {
    let (x, y) = (u >> 16, v >> 16)
    guard x >= 0, y >= 0, x + 1 < width, y + 1 < height else { return nil }
    let pixel = source + (y * width + x)
    let (right, down) = ((u >> 8) & 0xFF, (v >> 8) & 0xFF)
    let upper = Int(pixel[0]) * (256 - right) + Int(pixel[1]) * right
    let lower = Int(pixel[width]) * (256 - right) + Int(pixel[width + 1]) * right
    return UInt8(truncatingIfNeeded: (upper * (256 - down) + lower * down + 32768) >> 16)
  }
}
