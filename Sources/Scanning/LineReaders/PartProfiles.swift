import Imaging

/// Profiles of a part of a picture's lines; memory is used again from one to the next.
struct PartProfiles {
  private let image: GrayImage
  private let direction: ScanDirection
  private let places: Range<Int>
  private var profile: [Float]

  /// Profiles along rows or columns.
  ///
  /// - Parameter places: where they begin and end; what lies outside of the picture is left out.
  init(_ image: GrayImage, _ direction: ScanDirection, _ places: ClosedRange<Int>) {
    (self.image, self.direction) = (image, direction)
    let length = direction == .rows ? image.width : image.height
    self.places = Range(places).clamped(to: 0..<length)
    profile = Array(repeating: 0, count: self.places.count)
  }

  /// The mean of some lines around one, as far as they are in the picture.
  mutating func withMean<Result>(
    of thickness: Int, around line: Int, _ body: (UnsafeBufferPointer<Float>) -> Result
  ) -> Result {
    let count = direction == .rows ? image.height : image.width
    let first = min(max(line - thickness / 2, 0), max(count - 1, 0))
    let lines = first..<max(min(line + thickness / 2 + 1, count), first + 1)
    let (lineStride, placeStride) = direction == .rows ? (image.width, 1) : (1, image.width)
    let share = 1 / Float(lines.count)
    image.pixels.withUnsafeBufferPointer { pixels in
      for place in places {
        var sum = 0
        for line in lines { sum += Int(pixels[line * lineStride + place * placeStride]) }
        profile[place - places.lowerBound] = Float(sum) * share
      }
    }
    return profile.withUnsafeBufferPointer(body)
  }
}
