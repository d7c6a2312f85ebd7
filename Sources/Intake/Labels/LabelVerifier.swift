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
    guard codes.allSatisfy(\.symbology.facts.canRead) else { return nil }
    let scanner = SymbolScanner(symbologies: Set(codes.map(\.symbology)))
    let read = Set(scanner.scan(bitmap.grayImage()).filter(\.valid).map { Reading($0) })
    return codes.allSatisfy { read.contains(Reading($0)) }
  }

  private struct Reading: Hashable {
    let symbology: Symbology
    let text: String

    init(_ code: LabelCode) { (symbology, text) = (code.symbology, code.text) }

    init(_ symbol: ScannedSymbol) { (symbology, text) = (symbol.symbology, symbol.text) }
  }
}
