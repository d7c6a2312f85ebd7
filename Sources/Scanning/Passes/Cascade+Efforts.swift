/// Which passes each effort takes, in which order (measured: docs/SCANNING.md).
///
/// A pass is left out where the picture isn't for it (`Pass.isFor`): large pictures, which are
/// photos, are looked at in shrunk renderings first.
extension Cascade {
  static let fast: [Pass] = [.fitted(1000), .nativeCoarse, .bands(10, every: 6), .dark(2)]

  static let balanced: [Pass] = [
    .fitted(1000), .nativeCoarse, .bands(10, every: 6), .dark(2), .turned(45), .turned(22),
    .turned(67), .doubled, .threshold, .equalized,
  ]

  static let thorough: [Pass] = [
    .fitted(1000), .nativeCoarse, .bands(10, every: 6), .dark(2), .turned(45), .turned(22),
    .turned(67), .doubled, .threshold, .equalized,
  ]
}
