import Imaging

/// Profiles along a picture's rows or columns, each the mean of some neighbouring ones.
///
/// Noise goes in the mean, and bars, which are longer than a band is wide, stay.
struct BandProfiles {
  /// Lines in each band.
  let thickness: Int
  /// Lines from one band to the next.
  let step: Int

  /// Calls `body` with each band's middle line and its profile; memory is used again.
  func forEach(
    of image: GrayImage, _ direction: ScanDirection,
    _ body: (_ line: Int, _ profile: UnsafeBufferPointer<Float>) -> Void
  ) {
    let lines = direction == .rows ? image.height : image.width
    let length = direction == .rows ? image.width : image.height
    guard lines >= thickness, length > 0 else { return }
    let count = (lines - thickness) / step + 1
    image.withPixelBuffer { pixels in
      if direction == .rows {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: length) { profile in
          for band in 0..<count {
            gatherRows(pixels, image.width, from: band * step, into: profile)
            body(band * step + thickness / 2, UnsafeBufferPointer(profile))
          }
        }
      } else {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: length * count) { profiles in
          gatherColumns(pixels, image.width, length, bands: count, into: profiles)
          for band in 0..<count {
            let range = band * length..<(band + 1) * length
            body(band * step + thickness / 2, UnsafeBufferPointer(rebasing: profiles[range]))
          }
        }
      }
    }
  }

  private func gatherRows(
    _ pixels: UnsafeBufferPointer<UInt8>, _ width: Int, from first: Int,
    into profile: UnsafeMutableBufferPointer<Float>
  ) {
    profile.initialize(repeating: 0)
    let share = 1 / Float(thickness)
    for row in first..<first + thickness {
      let start = row * width
      for x in 0..<width { profile[x] += Float(pixels[start + x]) * share }
    }
  }

  private func gatherColumns(
    _ pixels: UnsafeBufferPointer<UInt8>, _ width: Int, _ height: Int, bands: Int,
    into profiles: UnsafeMutableBufferPointer<Float>
  ) {
    let share = 1 / Float(thickness)
    for y in 0..<height {
      for band in 0..<bands {
        let start = y * width + band * step
        var sum = 0
        for x in start..<start + thickness { sum += Int(pixels[x]) }
        profiles[band * height + y] = Float(sum) * share
      }
    }
  }
}

extension GrayImage {
  fileprivate func withPixelBuffer(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    pixels.withUnsafeBufferPointer(body)
  }
}
