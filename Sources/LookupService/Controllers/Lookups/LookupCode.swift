import Barcodes
import GS1

/// A code that comes with the name of its symbology, from a reader that sends no identifiers.
struct LookupCode {
  /// As it came.
  let text: String
  let symbology: Symbology

  init(_ text: String, symbologyName: String) throws(Problem) {
    do throws(SymbologyNameFault) {
      symbology = try Symbology.named(symbologyName)
    } catch {
      throw .invalid("symbology", error.code, error.message)
    }
    self.text = text
  }

  /// What is looked up: a GS1 symbology makes it a GS1 message.
  var lookedUp: String {
    identifier == nil && Self.gs1.contains(symbology) && text.utf8.first != UInt8(ascii: "(")
      ? symbology.facts.identifier + text : text
  }

  /// The symbology identifier that came with it.
  var identifier: String? {
    text.utf8.first == UInt8(ascii: "]") && text.utf8.count >= 3
      ? String(decoding: text.utf8.prefix(3), as: UTF8.self) : nil
  }

  private static let gs1: Set<Symbology> = [.gs1_128, .gs1DataMatrix, .databar, .databarExpanded]
}
