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
    let written = codes.map { Reading($0) }
    guard written.allSatisfy(\.symbology.facts.canRead) else { return nil }
    let scanner = SymbolScanner(
      symbologies: Set(written.map(\.symbology)),
      contentOptions: ContentOptions(code39FullASCII: codes.contains(where: isFullASCII)))
    let read = Set(scanner.scan(bitmap.grayImage()).filter(\.valid).map { Reading($0) })
    return written.allSatisfy { read.contains($0) }
  }

  /// Whether a Code 39 holds what is written as pairs of its characters.
  private static func isFullASCII(_ code: LabelCode) -> Bool {
    code.symbology == .code39 && (try? SymbolEncoder.encode(code.text, as: .code39)) == nil
  }

  private struct Reading: Hashable {
    let symbology: Symbology
    let text: String

    /// zbar can't tell ITF-14 from ITF.
    init(_ code: LabelCode) {
      symbology = code.symbology == .itf14 ? .itf : code.symbology
      text = code.text
    }

    init(_ symbol: ScannedSymbol) { (symbology, text) = (symbol.symbology, symbol.text) }
  }
}
