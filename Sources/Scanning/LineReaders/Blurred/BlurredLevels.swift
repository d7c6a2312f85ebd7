/// The shades of white and black along a blurred symbol: light that falls from one side makes both
/// change from end to end.
struct BlurredLevels {
  /// White, and how much darker black is, in the middle of the symbol.
  private var light: Float
  private var contrast: Float
  /// By how much each grows from the middle to the end.
  private var lightSlope: Float = 0
  private var contrastSlope: Float = 0

  /// The lightest and darkest of all samples: a first guess.
  init(of samples: UnsafeBufferPointer<Float>) {
    var (light, dark) = (samples[0], samples[0])
    for sample in samples { (light, dark) = (max(light, sample), min(dark, sample)) }
    (self.light, contrast) = (light, light - dark)
  }

  /// White at a sample, and what its difference to a shade is multiplied by to give darkness.
  func lightAndScale(at sample: Int) -> (light: Float, scale: Float) {
    let place = Self.place(sample)
    return (light + lightSlope * place, 1 / max(contrast + contrastSlope * place, 1))
  }

  func darkness(of shade: Float, at sample: Int) -> Float {
    let (light, scale) = lightAndScale(at: sample)
    return (light - shade) * scale
  }

  /// -1 where the symbol begins, 1 where it ends.
  private static func place(_ sample: Int) -> Float {
    2 * Float(sample) / Float(BlurredFit.samples) - 1
  }

  /// Shades that are known to be of some darkness: a least squares fit under way.
  struct Sums {
    /// Products of 1, place, darkness and darkness times place.
    private var products = Array(repeating: SIMD4<Float>.zero, count: 4)
    private var shades = SIMD4<Float>.zero

    mutating func add(darkness: Float, shade: Float, at sample: Int) {
      let place = BlurredLevels.place(sample)
      let terms = SIMD4<Float>(1, place, darkness, darkness * place)
      for row in 0..<4 { products[row] += terms * terms[row] }
      shades += terms * shade
    }
  }
}

extension BlurredLevels.Sums {
  /// Nil where the shades say nothing, or black isn't darker than white.
  var levels: BlurredLevels? {
    guard let terms = solution, terms[2] + abs(terms[3]) < -4 else { return nil }
    return BlurredLevels(terms)
  }

  /// By elimination.
  private var solution: SIMD4<Float>? {
    var (rows, right) = (products, shades)
    // Slopes have to earn their keep: a wrong digit must not be explained away by them.
    for row in 0..<4 { rows[row][row] += row % 2 == 1 ? 2 : 1e-3 }
    for pivot in 0..<4 {
      guard rows[pivot][pivot] > 1e-4 else { return nil }
      for row in 0..<4 where row != pivot {
        let share = rows[row][pivot] / rows[pivot][pivot]
        rows[row] -= rows[pivot] * share
        right[row] -= right[pivot] * share
      }
    }
    return SIMD4(
      right[0] / rows[0][0], right[1] / rows[1][1], right[2] / rows[2][2], right[3] / rows[3][3])
  }
}
extension BlurredLevels {
  fileprivate init(_ terms: SIMD4<Float>) {
    (light, lightSlope, contrast, contrastSlope) = (terms[0], terms[1], -terms[2], -terms[3])
  }
}
