import Barcodes

/// Add-ons belong to the symbol that they stand behind (ISO/IEC 15420, 4.4): they are joined to
/// it, and what stands alone is no add-on but a chance likeness.
enum AddOns {
  static func joined(_ symbols: [ScannedSymbol]) -> [ScannedSymbol] {
    let addOns = symbols.filter { $0.symbology.isAddOn }
    var mains = symbols.filter { !$0.symbology.isAddOn }
    for addOn in addOns {
      let home = mains.firstIndex { $0.symbology.takesAddOn && $0.isFollowed(by: addOn) }
      if let home { mains[home].append(addOn) }
    }
    return mains
  }
}

extension Symbology {
  fileprivate var isAddOn: Bool { self == .ean2 || self == .ean5 }
  fileprivate var takesAddOn: Bool { [.ean13, .upcA, .upcE, .isbn].contains(self) }
}

extension ScannedSymbol {
  /// Whether another symbol stands to the right of this one, as this one sees it: turned alike,
  /// no further away than half its width, and at the height of its bars.
  ///
  /// It may seem to begin left of there: the space between both isn't always wide enough to tell
  /// where one ends.
  fileprivate func isFollowed(by addOn: ScannedSymbol) -> Bool {
    guard orientation == addOn.orientation else { return false }
    let own = PixelBounds(polygon), other = PixelBounds(addOn.polygon)
    let lies = orientation == 90 || orientation == 270
    let (along, across) = lies ? (own.y, own.x) : (own.x, own.y)
    let (otherAlong, otherAcross) = lies ? (other.y, other.x) : (other.x, other.y)
    let ahead =
      orientation < 180
      ? otherAlong.upperBound - along.upperBound : along.lowerBound - otherAlong.lowerBound
    let slack = along.count / 8
    return (-slack...along.count).contains(ahead) && across.overlaps(otherAcross)
  }

  /// Takes in an add-on: its digits, and its corners on the right.
  fileprivate mutating func append(_ addOn: ScannedSymbol) {
    identifier = "]E3"
    payload = identifier + payload.dropFirst(3) + addOn.text
    text += " " + addOn.text
    polygon = [polygon[0], addOn.polygon[1], addOn.polygon[2], polygon[3]]
  }
}
