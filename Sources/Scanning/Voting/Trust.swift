import Barcodes

/// How far a candidate is to be believed, by how well its symbology checks itself.
///
/// A check character needs no agreement. A check digit lets one misreading in ten through, and
/// Interleaved 2 of 5 doesn't even have one. The numbers were found by counting false reads on
/// public pictures (docs/SCANNING.md).
enum Trust {
  /// The agreeing lines from which one pass is enough; below, agreement of passes decides, and
  /// the symbol is reported as weak.
  static func strongQuality(of symbology: Symbology, engine: String) -> Int {
    switch symbology {
    // A band is the mean of many lines, and its reader asks more of each digit than zbar.
    case .ean13, .ean8, .upcA, .upcE, .isbn, .ean2, .ean5: engine == LineReaders.engine ? 3 : 22
    case .itf, .itf14, .databar, .databarExpanded: 8
    case .code39, .codabar: 6
    default: 0
    }
  }

  /// Whether nothing that another pass may say can change the mind about a candidate: the passes
  /// end where there is one.
  static func isBeyondDoubt(_ candidate: Candidate) -> Bool {
    guard candidate.content.isValid else { return candidate.quality >= surelyInvalid }
    return switch candidate.content.symbology {
    case .itf, .itf14: candidate.quality >= 10 && isLongEnough(candidate)
    case .code39, .codabar: candidate.quality >= 8
    case .ean2, .ean5: false
    default: isStrong(candidate)
    }
  }

  /// The agreeing lines of a symbol whose content breaks a rule from which that is what is printed
  /// there, not what was misread.
  private static let surelyInvalid = 40

  static func isStrong(_ candidate: Candidate) -> Bool {
    candidate.agreement.contains { engine, quality in
      quality >= strongQuality(of: candidate.content.symbology, engine: engine)
    }
  }

  /// Whether a candidate is reported, given what else was read in the picture.
  static func accepts(_ candidate: Candidate, among all: [Candidate]) -> Bool {
    hasVotes(candidate) && !all.contains { isGhost(candidate, of: $0) }
  }

  private static func hasVotes(_ candidate: Candidate) -> Bool {
    if candidate.content.symbology.isInterleaved {
      guard isLongEnough(candidate), candidate.quality >= fewestLines else { return false }
    }
    if isStrong(candidate) { return true }
    guard candidate.witnesses.count >= 2 else { return false }
    guard candidate.content.symbology.isRetail else { return true }
    let bands = candidate.agreement[LineReaders.engine] ?? 0
    return bands >= 2 || candidate.quality >= 8
  }

  /// Whether a candidate is a part or a mixture of others: a shorter Interleaved 2 of 5 inside of a
  /// longer one, an EAN of the halves of two.
  ///
  /// It lies on the bars of a far better read symbol of its family, or hard by.
  private static func isGhost(_ candidate: Candidate, of other: Candidate) -> Bool {
    if isWithoutFNC4(candidate, of: other) { return true }
    let (own, others) = (candidate.content.symbology, other.content.symbology)
    guard (own.isRetail && others.isRetail) || (own.isInterleaved && others.isInterleaved) else {
      return false
    }
    guard other.content.data != candidate.content.data else { return false }
    let isFarBetter =
      other.quality >= 4 * candidate.quality || (isStrong(other) && !isStrong(candidate))
    return isFarBetter
      && PixelBounds(other.best.outline.corners)
        .lies(within: 6, of: PixelBounds(candidate.best.outline.corners))
  }

  /// Whether both are one symbol, in which one pass has overlooked FNC4.
  private static func isWithoutFNC4(_ candidate: Candidate, of other: Candidate) -> Bool {
    candidate.content.symbology == other.content.symbology
      && candidate.content.data == other.content.dataWithoutFNC4
      && PixelBounds(candidate.best.outline.corners)
        .overlaps(PixelBounds(other.best.outline.corners))
  }

  /// What zbar demands of EAN, and forgets to demand of Interleaved 2 of 5.
  private static let fewestLines = 4

  /// A few digits without a check are found in any print.
  private static func isLongEnough(_ candidate: Candidate) -> Bool {
    candidate.content.text.count >= 6
  }
}

extension Symbology {
  fileprivate var isRetail: Bool { [.ean13, .ean8, .upcA, .upcE, .isbn].contains(self) }
  fileprivate var isInterleaved: Bool { self == .itf || self == .itf14 }
}
