/// A part of the human readable interpretation, and where it stands.
public struct TextGroup: Sendable, Equatable {
  /// The characters.
  public let text: String
  /// Their middle, in modules from the left edge of the first bar.
  public let centre: Double
  /// Whether it stands above its bars, as the digits of an add-on do.
  public let isAbove: Bool
}

extension Symbol {
  /// The human readable interpretation in the groups in which it stands below the bars: one in
  /// the middle, or those of EAN and UPC (ISO/IEC 15420, 4.3.7), an add-on's last.
  ///
  /// Empty for a matrix.
  public var textGroups: [TextGroup] {
    guard case .linear(let bars) = modules else { return [] }
    let whole = [TextGroup(text: text, centre: Double(bars.width) / 2, isAbove: false)]
    let below = groupCentres(bars)
    let centres = below + (bars.centreOfAddOn.map { [$0] } ?? [])
    guard !centres.isEmpty else { return text.utf8.allSatisfy { $0 == 0x20 } ? [] : whole }
    let groups = text.split(separator: " ").map(String.init)
    guard groups.count == centres.count else { return whole }
    return zip(groups, centres).enumerated().map { index, group in
      TextGroup(text: group.0, centre: group.1, isAbove: index >= below.count)
    }
  }

  private func groupCentres(_ bars: BarPattern) -> [Double] {
    switch symbology {
    case .ean13: [-6, 24, 71]
    case .ean8: [17, 50]
    case .upcA: [-5, 27.5, 67.5, 100]
    // The check digit stands in the middle of the gap to an add-on.
    case .upcE: [-5, 24, bars.addOnStart == nil ? 56 : 54.5]
    default: []
    }
  }
}

extension BarPattern {
  /// The middle of the add-on, in modules from the left edge of the symbol; nil where there is none.
  fileprivate var centreOfAddOn: Double? {
    guard let addOnStart else { return nil }
    let begin = widths[..<addOnStart].reduce(0) { $0 + Int($1) }
    return Double(begin + width) / 2
  }
}
