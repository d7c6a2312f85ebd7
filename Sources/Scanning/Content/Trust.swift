import Barcodes

/// How far a reading is to be believed, by how well its symbology checks itself.
enum Trust {
  /// The agreeing scan lines from which one reading is enough.
  ///
  /// Below, it is reported as weak.
  ///
  /// A check character needs no agreement. A check digit lets one misreading in ten through, and
  /// Interleaved 2 of 5 doesn't even have one. The numbers were found by counting false reads on
  /// public pictures.
  static func strongQuality(of symbology: Symbology) -> Int {
    switch symbology {
    case .ean13, .ean8, .upcA, .upcE, .isbn, .ean2, .ean5: 22
    case .itf, .itf14, .databar, .databarExpanded: 8
    case .code39, .codabar: 6
    default: 0
    }
  }

  /// The symbols without those that are parts or mixtures of others: a shorter Interleaved 2 of 5
  /// inside of a longer one, an EAN of the halves of two.
  ///
  /// They lie on the bars of a far better read symbol of their family, or hard by.
  static func withoutGhosts(_ symbols: [ScannedSymbol]) -> [ScannedSymbol] {
    symbols.filter { symbol in
      guard let family = Family(symbol.symbology) else { return true }
      if family == .interleaved2of5, symbol.quality < fewestLines { return false }
      return !symbols.contains { other in
        Family(other.symbology) == family && other.payload != symbol.payload
          && other.quality >= 4 * symbol.quality
          && PixelBounds(other.polygon).lies(within: 6, of: PixelBounds(symbol.polygon))
      }
    }
  }

  /// What zbar demands of EAN, and forgets to demand of Interleaved 2 of 5.
  private static let fewestLines = 4

  /// Symbologies whose readings can be ghosts of one another.
  private enum Family {
    case retail
    case interleaved2of5

    init?(_ symbology: Symbology) {
      switch symbology {
      case .ean13, .ean8, .upcA, .upcE, .isbn: self = .retail
      case .itf, .itf14: self = .interleaved2of5
      default: return nil
      }
    }
  }
}
