import Barcodes
package import Imaging
package import Labels
import Scanning

/// Decodes a label again through the scanner before it counts.
package enum LabelVerifier {
  /// Whether every code of a label is read back, just as it was meant; nil where the label has a
  /// code that no reader of ours knows.
  @Sendable
  package static func verify(_ bitmap: Bitmap, _ codes: [LabelCode]) -> Bool? {
    guard codes.allSatisfy(isReadable) else { return nil }
    let picture = bitmap.grayImage()
    // How pairs of Code 39 are read, no symbol tells: each code is asked for as it was written.
    for isFullASCII in [false, true] {
      let written = codes.filter { $0.isFullASCII == isFullASCII }.map { Reading($0) }
      guard !written.isEmpty else { continue }
      let addOns: Set<Symbology> = codes.contains(where: \.hasAddOn) ? [.ean2, .ean5] : []
      let scanner = SymbolScanner(
        symbologies: addOns.union(written.map(\.symbology)),
        contentOptions: ContentOptions(code39FullASCII: isFullASCII))
      let read = Set(scanner.scan(picture).filter(\.valid).map { Reading($0) })
      guard written.allSatisfy(read.contains) else { return false }
    }
    return true
  }

  /// An add-on alone is taken for a chance likeness, and so is an ITF of few digits.
  private static func isReadable(_ code: LabelCode) -> Bool {
    switch code.symbology {
    case .itf14: true
    case .ean2, .ean5: false
    case .itf: code.text.utf8.count >= 6
    default: code.symbology.facts.canRead
    }
  }

  /// What a scan says of a symbol; texts are compared byte by byte.
  private struct Reading: Hashable {
    let symbology: Symbology
    let text: [UInt8]

    /// zbar can't tell ITF-14 from ITF, and an EAN-13 that begins with 0 is a UPC-A.
    init(_ code: LabelCode) {
      let bytes = Array(code.text.utf8)
      switch code.symbology {
      case .itf14: (symbology, text) = (.itf, bytes)
      case .ean13 where bytes.first == UInt8(ascii: "0"):
        (symbology, text) = (.upcA, Array(bytes.dropFirst()))
      default: (symbology, text) = (code.symbology, bytes)
      }
    }

    init(_ symbol: ScannedSymbol) {
      (symbology, text) = (symbol.symbology, Array(symbol.text.utf8))
    }
  }
}

extension LabelCode {
  /// Whether the digits of an add-on follow behind a space.
  fileprivate var hasAddOn: Bool {
    [.ean13, .upcA, .upcE].contains(symbology) && text.utf8.contains(UInt8(ascii: " "))
  }
}
