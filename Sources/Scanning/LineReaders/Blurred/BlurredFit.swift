/// An EAN-13 that is laid over a profile: where its modules lie, how blurred it is, and how well
/// each digit fits.
struct BlurredFit {
  /// Where the symbol begins and ends, and by how many pixels its middle lies further on than
  /// halfway: tilted and curved symbols.
  private var near: Float
  private var far: Float
  private var bend: Float = 0
  /// Which of `BlurredDigits.all`.
  private var blur = 2
  /// Twelve rows of twenty squared differences.
  private(set) var distances = [Float](repeating: 0, count: 240)
  /// The sum of each digit's least, and of the guards.
  private(set) var cost: Float = .infinity

  /// Samples of a symbol.
  static let samples = 95 * BlurredDigits.rate

  init(_ extent: SymbolExtent) { (near, far) = (extent.near, extent.far) }

  /// The fit of the band before, as a first guess for another one.
  func moved(by offset: Float) -> BlurredFit {
    var fit = self
    (fit.near, fit.far, fit.cost) = (near + offset, far + offset, .infinity)
    return fit
  }

  /// Moves ends, middle and blur until nothing fits better.
  ///
  /// - Parameter steps: how far, in modules, one after the other.
  mutating func settle(
    on profile: UnsafeBufferPointer<Float>, isReversed: Bool, steps: [Float]
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.samples + 8) { samples in
      samples.initialize(repeating: 0)
      measure(profile, isReversed, samples)
      let module = (far - near) / 95
      for step in steps {
        for _ in 0..<4 {
          let before = cost
          for move in Self.moves { attempt(move, step * module, profile, isReversed, samples) }
          if cost >= before { break }
        }
      }
    }
  }

  private static let moves: [(near: Float, far: Float, bend: Float, blur: Int)] = [
    (1, 0, 0, 0), (-1, 0, 0, 0), (0, 1, 0, 0), (0, -1, 0, 0), (0, 0, 0, 1), (0, 0, 0, -1),
    (1, 1, 0, 0), (-1, -1, 0, 0), (0, 0, 1, 0), (0, 0, -1, 0),
  ]

  private mutating func attempt(
    _ move: (near: Float, far: Float, bend: Float, blur: Int), _ step: Float,
    _ profile: UnsafeBufferPointer<Float>, _ isReversed: Bool,
    _ samples: UnsafeMutableBufferPointer<Float>
  ) {
    guard BlurredDigits.all.indices.contains(blur + move.blur) else { return }
    var other = self
    other.near += move.near * step
    other.far += move.far * step
    other.bend += move.bend * step
    other.blur += move.blur
    other.measure(profile, isReversed, samples)
    if other.cost < cost { self = other }
  }

  /// Lays the symbol over the profile as it is.
  private mutating func measure(
    _ profile: UnsafeBufferPointer<Float>, _ isReversed: Bool,
    _ samples: UnsafeMutableBufferPointer<Float>
  ) {
    sample(profile, isReversed, into: samples)
    var levels = BlurredLevels(of: UnsafeBufferPointer(rebasing: samples[0..<Self.samples]))
    var contexts = Array(repeating: BlurredDigits.Context(), count: 12)
    for round in 0..<3 {
      let patterns = measure(samples, levels, contexts)
      if round < 2 {
        levels = refined(levels, samples, patterns, contexts)
        contexts = Self.contexts(of: patterns)
      }
    }
  }

  private func sample(
    _ profile: UnsafeBufferPointer<Float>, _ isReversed: Bool,
    into samples: UnsafeMutableBufferPointer<Float>
  ) {
    let last = Float(profile.count - 2)
    for index in 0..<Self.samples {
      var share = (Float(index) + 0.5) / Float(Self.samples)
      if isReversed { share = 1 - share }
      let place = near + (far - near) * share + 4 * bend * share * (1 - share)
      let inside = min(max(place, 0), last)
      let pixel = Int(inside)
      let part = inside - Float(pixel)
      samples[index] = profile[pixel] * (1 - part) + profile[pixel + 1] * part
    }
  }

  /// Distances and cost with given levels; the pattern that fits each digit best.
  private mutating func measure(
    _ samples: UnsafeMutableBufferPointer<Float>, _ levels: BlurredLevels,
    _ contexts: [BlurredDigits.Context]
  ) -> [Int] {
    let digits = BlurredDigits.all[blur]
    cost = 0
    var patterns = [Int](repeating: 0, count: 12)
    distances.withUnsafeMutableBufferPointer { distances in
      guard let rows = distances.baseAddress else { return }
      for (index, place) in BlurredDigits.places.enumerated() {
        let row = rows + 20 * index
        let darkness = Self.darkness(samples, place * BlurredDigits.rate, levels)
        digits.distances(darkness, isLeft: index < 6, contexts[index], into: row)
        var (least, pattern) = (row[0], 0)
        for other in 1..<(index < 6 ? 20 : 10) where row[other] < least {
          (least, pattern) = (row[other], other)
        }
        patterns[index] = pattern
        cost += least
      }
    }
    for (place, shape) in digits.guards {
      for (offset, dark) in shape.enumerated() {
        let difference = levels.darkness(of: samples[place + offset], at: place + offset) - dark
        cost += difference * difference
      }
    }
    return patterns
  }

  /// A digit's samples as darkness; zero beyond its last one.
  private static func darkness(
    _ samples: UnsafeMutableBufferPointer<Float>, _ start: Int, _ levels: BlurredLevels
  ) -> (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>) {
    var (a, b, c) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
    // Levels change little along a digit: those of its middle do for all of it.
    let (light, scale) = levels.lightAndScale(at: start + BlurredDigits.length / 2)
    for index in 0..<8 {
      a[index] = (light - samples[start + index]) * scale
      b[index] = (light - samples[start + 8 + index]) * scale
    }
    for index in 0..<BlurredDigits.length - 16 {
      c[index] = (light - samples[start + 16 + index]) * scale
    }
    return (a, b, c)
  }

  /// What stands beside each digit, if these are the digits; guards have single modules.
  private static func contexts(of patterns: [Int]) -> [BlurredDigits.Context] {
    let widths = { (index: Int) in
      index < 6 ? RetailDigits.setsAB[patterns[index]] : RetailDigits.setA[patterns[index]]
    }
    return (0..<12).map { index in
      let isFirst = index % 6 == 0, isLast = index % 6 == 5
      return BlurredDigits.Context(
        before: isFirst ? 1 : Int(widths(index - 1)[3]),
        after: isLast ? 1 : Int(widths(index + 1)[0]))
    }
  }

  /// White and black by least squares, given the digits that fit best so far.
  private func refined(
    _ levels: BlurredLevels, _ samples: UnsafeMutableBufferPointer<Float>,
    _ patterns: [Int], _ contexts: [BlurredDigits.Context]
  ) -> BlurredLevels {
    let digits = BlurredDigits.all[blur]
    var sums = BlurredLevels.Sums()
    for (index, place) in BlurredDigits.places.enumerated() {
      for offset in 0..<BlurredDigits.length {
        let sample = place * BlurredDigits.rate + offset
        sums.add(
          darkness: digits.darkness(
            patterns[index], isLeft: index < 6, contexts[index], sample: offset),
          shade: samples[sample], at: sample)
      }
    }
    return sums.levels ?? levels
  }
}
