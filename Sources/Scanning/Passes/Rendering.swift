import Imaging

/// A picture made of the picture, in which a decoder may see what it doesn't see there.
struct Rendering {
  /// Stable: it is the `pass` of what is read in it.
  var name: String
  var image: GrayImage
  /// Where its pixels lie in the picture.
  var map = PixelMap.identity
  /// Of the rendering that first had these pixels: passes that see the same aren't independent.
  private(set) var pixels: String

  init(name: String, image: GrayImage, map: PixelMap = .identity) {
    (self.name, self.image, self.map, pixels) = (name, image, map, name)
  }

  /// The same pixels, looked at by another pass.
  func seen(as name: String) -> Rendering {
    var rendering = self
    rendering.name = name
    return rendering
  }

  /// The same places, seen otherwise.
  func seen(as name: String, _ change: (GrayImage) -> GrayImage) -> Rendering {
    Rendering(name: name, image: change(image), map: map)
  }

  /// The rendering shrunk so that its longer side has some pixels at most.
  func fitted(_ longerSide: Int, as name: String) -> Rendering {
    let small = image.fitted(longerSide: longerSide)
    return Rendering(name: name, image: small, map: scale(from: small).then(map))
  }

  func doubled(as name: String) -> Rendering {
    let large = image.doubled()
    return Rendering(name: name, image: large, map: scale(from: large).then(map))
  }

  func rotated(degrees: Double, as name: String) -> Rendering {
    let turned = image.rotated(degrees: degrees)
    let back = PixelMap.turnedBack(
      degrees: degrees, from: (turned.width, turned.height), to: (image.width, image.height))
    return Rendering(name: name, image: turned, map: back.then(map))
  }

  func cut(columns: Range<Int>, rows: Range<Int>, as name: String) -> Rendering {
    Rendering(
      name: name, image: image.cut(columns: columns, rows: rows),
      map: PixelMap.moved(x: columns.lowerBound, y: rows.lowerBound).then(map))
  }

  private func scale(from other: GrayImage) -> PixelMap {
    .scaled(
      horizontally: Double(image.width) / Double(max(other.width, 1)),
      vertically: Double(image.height) / Double(max(other.height, 1)))
  }
}
