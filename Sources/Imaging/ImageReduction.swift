/// How much smaller a picture may be loaded, along each side.
///
/// JPEG is scaled while it is decoded, which saves most of the time; other formats are loaded whole,
/// whatever is asked for. The loaded picture's size tells which it was.
public enum ImageReduction: Int, Sendable, CaseIterable {
  /// As it is.
  case none = 1
  /// Half as wide and high, rounded up.
  case half = 2
  /// A quarter as wide and high, rounded up.
  case quarter = 4
  /// An eighth as wide and high, rounded up.
  case eighth = 8

  /// The strongest reduction that leaves some pixels on the longer side.
  ///
  /// - Parameters:
  ///   - pixels: that the longer side has to keep; nil for all of them.
  ///   - longerSide: of the picture as it is.
  init(keeping pixels: Int?, of longerSide: Int) {
    let kept = Self.allCases.last { (longerSide + $0.rawValue - 1) / $0.rawValue >= pixels ?? .max }
    self = kept ?? .none
  }
}
