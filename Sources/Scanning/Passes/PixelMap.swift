import Foundation

/// Where the pixels of a rendering lie in the picture that it was made of.
///
/// An affine map of pixel middles: `x = xx · u + xy · v + x0`.
struct PixelMap: Sendable {
  private var xx = 1.0, xy = 0.0, x0 = 0.0
  private var yx = 0.0, yy = 1.0, y0 = 0.0

  /// The same place.
  static let identity = PixelMap()

  /// From a rendering of another size.
  static func scaled(horizontally: Double, vertically: Double) -> PixelMap {
    var map = PixelMap()
    (map.xx, map.x0) = (horizontally, (horizontally - 1) / 2)
    (map.yy, map.y0) = (vertically, (vertically - 1) / 2)
    return map
  }

  /// From a part to the whole.
  static func moved(x: Int, y: Int) -> PixelMap {
    var map = PixelMap()
    (map.x0, map.y0) = (Double(x), Double(y))
    return map
  }

  /// From a picture that was turned clockwise around its middle, back.
  static func turnedBack(
    degrees: Double, from turned: (width: Int, height: Int), to whole: (width: Int, height: Int)
  ) -> PixelMap {
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    var map = PixelMap()
    (map.xx, map.xy, map.yx, map.yy) = (cosine, sine, -sine, cosine)
    let (u, v) = (Double(turned.width - 1) / 2, Double(turned.height - 1) / 2)
    map.x0 = Double(whole.width - 1) / 2 - cosine * u - sine * v
    map.y0 = Double(whole.height - 1) / 2 + sine * u - cosine * v
    return map
  }

  /// This map, and then another.
  func then(_ next: PixelMap) -> PixelMap {
    var map = PixelMap()
    (map.xx, map.xy) = (next.xx * xx + next.xy * yx, next.xx * xy + next.xy * yy)
    (map.yx, map.yy) = (next.yx * xx + next.yy * yx, next.yx * xy + next.yy * yy)
    map.x0 = next.xx * x0 + next.xy * y0 + next.x0
    map.y0 = next.yx * x0 + next.yy * y0 + next.y0
    return map
  }

  func callAsFunction(_ point: PixelPoint) -> PixelPoint {
    let (u, v) = (Double(point.x), Double(point.y))
    return PixelPoint(
      x: Int((xx * u + xy * v + x0).rounded()), y: Int((yx * u + yy * v + y0).rounded()))
  }

  /// Quarter turns clockwise that the rendering has to be turned by to lie like the picture.
  var quarterTurns: Int { Int((atan2(yx, xx) / (.pi / 2)).rounded()) & 3 }
}
