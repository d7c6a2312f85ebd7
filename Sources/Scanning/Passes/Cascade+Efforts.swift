/// Which passes each effort takes, in which order (measured: docs/SCANNING.md).
///
/// A pass is left out where the picture isn't for it (`Pass.isFor`): large pictures, which are
/// photos, are looked at in shrunk renderings first.
extension Cascade {
  init(_ effort: ScanEffort) {
    self =
      switch effort {
      case .fast: Self.fast
      case .balanced: Self.balanced
      case .thorough: Self.thorough
      }
  }

  private static let fast = Cascade(
    passes: [
      .fittedDark(1000), .nativeCoarse(upTo: Pass.photo), .bands(6, every: 16), .dark(2),
    ], fewest: 1, forSeveral: [.nativeCoarse()])

  private static let balanced = Cascade(
    passes: [
      .fittedDark(1000), .nativeCoarse(), .bands(6, every: 16), .dark(2), .turned(45),
      .turned(22), .turned(67), .doubledDark, .dark(3), .inverted, .equalized,
    ], fewest: 2, forSeveral: [.native])

  private static let thorough = Cascade(
    passes: [
      .fittedDark(1000), .nativeCoarse(), .bands(10, every: 6), .dark(2), .turned(45),
      .turned(22), .turned(67), .doubled, .threshold, .equalized, .dark(3), .smoothed, .sharpened,
      .blurred, .inverted, .fitted(800), .turnedMatrix, .fitted(600), .doubledDark,
      .doubledBands(12, every: 8), .uprightDoubled, .uprightBands(10, every: 6), .uprightBlurred,
      .sharpenedDoubled, .fittedFine(1000), .fittedFine(450),
    ], fewest: 2, forSeveral: [.native, .dark(2), .doubled, .threshold],
    besideMatrix: [.fitted(800), .sharpened, .sharpenedDoubled, .fittedFine(1000)])
}
