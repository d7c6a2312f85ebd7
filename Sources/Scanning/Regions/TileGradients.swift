import Foundation
import Imaging

/// How strongly shades change in each square of a picture, and which way: bars and modules are where
/// they change much, and bars where all change one way.
///
/// The structure tensor (Bigün and Granlund, 1987) of every second row, about a millisecond a
/// megapixel.
struct TileGradients {
  struct Tile {
    /// Mean squared step from pixel to pixel, along both axes together.
    var energy: Float
    /// 0 where shades change every way alike, 1 where all change one way.
    var coherence: Float
    /// The way they change, clockwise from the columns' axis, from 0 to 180.
    var degrees: Float
  }

  /// Pixels along each side of a tile.
  static let side = 32

  let columns: Int
  let rows: Int
  /// Row by row; those at the right and lower border may be narrower than others.
  private(set) var tiles: [Tile] = []

  init(of image: GrayImage) {
    columns = (image.width + Self.side - 1) / Self.side
    rows = (image.height + Self.side - 1) / Self.side
    tiles.reserveCapacity(columns * rows)
    image.pixels.withUnsafeBufferPointer { buffer in
      guard let pixels = buffer.baseAddress else { return }
      for row in 0..<rows {
        for column in 0..<columns {
          tiles.append(Self.tile(pixels, image.width, image.height, column, row))
        }
      }
    }
  }

  private static func tile(
    _ pixels: UnsafePointer<UInt8>, _ width: Int, _ height: Int, _ column: Int, _ row: Int
  ) -> Tile {
    let (left, right) = (column * side, min((column + 1) * side, width - 1))
    let (top, bottom) = (row * side, min((row + 1) * side, height - 1))
    guard left < right, top < bottom else { return Tile(energy: 0, coherence: 0, degrees: 0) }
    // Squares of 510 in half a tile stay far below 2³¹.
    var (across, down, both) = (Int32(0), Int32(0), Int32(0))
    for y in stride(from: top, to: bottom, by: 2) {
      let line = pixels + y * width, next = line + width
      for x in left..<right {
        // Both steps in the middle of four pixels: thin stripes that rise to the right would else
        // seem to change one way here and the other there.
        let falling = Int32(next[x + 1]) &- Int32(line[x])
        let rising = Int32(line[x + 1]) &- Int32(next[x])
        let (dx, dy) = (falling &+ rising, falling &- rising)
        across &+= dx &* dx
        down &+= dy &* dy
        both &+= dx &* dy
      }
    }
    let count = Float(4 * (right - left) * ((bottom - top + 1) / 2))
    let (difference, sum) = (Float(across) - Float(down), Float(across) + Float(down))
    let turned = atan2(2 * Float(both), difference) / 2 * 180 / .pi
    return Tile(
      energy: sum / count,
      coherence: sum > 0 ? hypot(difference, 2 * Float(both)) / sum : 0,
      degrees: turned < 0 ? turned + 180 : turned)
  }
}
