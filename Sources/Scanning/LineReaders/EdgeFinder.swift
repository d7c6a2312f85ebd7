/// Finds the edges of bars on a profile of shades, between pixels.
///
/// zbar takes the zero crossings of the second derivative, with a threshold that decays. Here bars
/// and spaces are the extremes of the profile that stand out from what is around them, and an edge
/// is the steepest place between two: in a blurred picture a narrow bar never gets as dark as a
/// wide one, but it still is an extreme.
struct EdgeFinder {
  /// Where an edge lies between two extremes.
  enum Place {
    /// Where the shade changes fastest.
    case steepest
    /// Where it has changed by half.
    case halfway
  }

  /// Positions of the edges on the profile, ascending; dark and light take turns.
  private(set) var edges: [Float] = []
  /// Whether the first edge leads into a bar.
  private(set) var beginsWithBar = true
  private var extremes: [Int] = []
  private var contrasts: [Float] = []

  /// Pixels over which contrast is taken to be alike.
  private static let block = 16

  /// Finds the edges of a profile; memory of the one before is used again.
  ///
  /// - Parameters:
  ///   - share: of the contrast around, which an extreme must stand out by.
  ///   - noise: shades that it must stand out by at least.
  ///   - place: where edges lie.
  mutating func find(
    in profile: UnsafeBufferPointer<Float>, share: Float = 0.15, noise: Float = 5,
    place: Place = .steepest
  ) {
    edges.removeAll(keepingCapacity: true)
    guard profile.count >= 8 else { return }
    measureContrast(of: profile)
    findExtremes(of: profile, share: share, noise: noise)
    guard extremes.count >= 2 else { return }
    beginsWithBar = profile[extremes[1]] < profile[extremes[0]]
    for index in 1..<extremes.count {
      edges.append(
        place == .steepest
          ? Self.steepest(profile, extremes[index - 1], extremes[index])
          : Self.halfway(profile, extremes[index - 1], extremes[index]))
    }
  }

  /// Lightest less darkest shade around each block.
  private mutating func measureContrast(of profile: UnsafeBufferPointer<Float>) {
    let blocks = (profile.count + Self.block - 1) / Self.block
    contrasts.removeAll(keepingCapacity: true)
    for block in 0..<blocks {
      let start = max((block - 2) * Self.block, 0)
      let end = min((block + 3) * Self.block, profile.count)
      var (dark, light) = (profile[start], profile[start])
      for index in start..<end {
        dark = min(dark, profile[index])
        light = max(light, profile[index])
      }
      contrasts.append(light - dark)
    }
  }

  private mutating func findExtremes(
    of profile: UnsafeBufferPointer<Float>, share: Float, noise: Float
  ) {
    extremes.removeAll(keepingCapacity: true)
    var (dark, light) = (0, 0)
    // +1 where a light extreme is looked for, −1 a dark one; first whichever comes.
    var sought = 0
    for index in profile.indices {
      let shade = profile[index]
      let limit = max(share * contrasts[index / Self.block], noise)
      if shade > profile[light] { light = index }
      if shade < profile[dark] { dark = index }
      if sought >= 0, profile[light] - shade > limit {
        extremes.append(light)
        (dark, sought) = (index, -1)
        light = index
      } else if sought <= 0, shade - profile[dark] > limit {
        extremes.append(dark)
        (light, sought) = (index, 1)
        dark = index
      }
    }
    extremes.append(sought > 0 ? light : dark)
  }

  private static func steepest(
    _ profile: UnsafeBufferPointer<Float>, _ from: Int, _ to: Int
  ) -> Float {
    let sign: Float = profile[to] > profile[from] ? 1 : -1
    var (best, place) = (-Float.infinity, from)
    for index in from..<to {
      let step = sign * (profile[index + 1] - profile[index])
      if step > best { (best, place) = (step, index) }
    }
    // A parabola through the step and its neighbours.
    let before = place > from ? sign * (profile[place] - profile[place - 1]) : 0
    let after = place + 1 < to ? sign * (profile[place + 2] - profile[place + 1]) : 0
    let bend = before - 2 * best + after
    let offset = bend < 0 ? (before - after) / (2 * bend) : 0
    return Float(place) + 0.5 + min(max(offset, -0.5), 0.5)
  }

  private static func halfway(
    _ profile: UnsafeBufferPointer<Float>, _ from: Int, _ to: Int
  ) -> Float {
    let half = (profile[from] + profile[to]) / 2
    let rises = profile[to] > profile[from]
    for index in from..<to where (profile[index + 1] >= half) == rises {
      let step = profile[index + 1] - profile[index]
      return Float(index) + (step == 0 ? 0.5 : min(max((half - profile[index]) / step, 0), 1))
    }
    return Float(to)
  }
}
