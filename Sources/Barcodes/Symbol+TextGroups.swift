/// A part of the human readable interpretation, and where it stands.
public struct TextGroup: Sendable, Equatable {
  /// The characters.
  public let text: String
  /// Their middle, in modules from the left edge of the first bar.
  public let centre: Double
}

extension Symbol {
  /// The human readable interpretation in the groups in which it stands below the bars: one in
  /// the middle, or those of EAN and UPC (ISO/IEC 15420, 4.3.7).
  ///
  /// Empty for a matrix.
  public var textGroups: [TextGroup] {
    guard case .linear(let bars) = modules else { return [] }
    let groups = text.split(separator: " ").map(String.init)
    let centres = groupCentres
    guard groups.count == centres.count else {
      return [TextGroup(text: text, centre: Double(bars.width) / 2)]
    }
    return zip(groups, centres).map { TextGroup(text: $0, centre: $1) }
  }

  private var groupCentres: [Double] {
    switch symbology {
    case .ean13: [-6, 24, 71]
    case .ean8: [17, 50]
    case .upcA: [-5, 27.5, 67.5, 100]
    case .upcE: [-5, 24, 56]
    default: []
    }
  }
}
