import Barcodes
import Foundation
import TestSupport

/// zxing-cpp (PyPI) as a reader that isn't ours.
enum ZXing {
  /// Python, where it has zxing-cpp and numpy.
  static let program: Program? = {
    guard let python = Program.tool("python3"),
      let result = try? python.run(["-c", "import numpy, zxingcpp"]), result.status == 0
    else { return nil }
    return python
  }()

  struct Reading: Equatable {
    let text: String
    /// Symbology identifier of ISO/IEC 15424.
    let identifier: String
  }

  /// What zxing-cpp reads of each symbol, an add-on behind a space; nil where it reads nothing.
  static func read(_ symbols: [Symbol], as format: String) throws -> [Reading?] {
    let folder = try TemporaryFolder()
    let input = try folder.write(
      "symbols.txt", symbols.map { $0.moduleRows.joined(separator: "|") + "\n" }.joined())
    let result = try program!.run(["-c", script, format, input])
    guard result.status == 0 else { throw ScriptFault(errors: result.errors) }
    return result.lines.map { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 2, let data = Data(base64Encoded: String(words[1])) else { return nil }
      return Reading(text: String(decoding: data, as: UTF8.self), identifier: String(words[0]))
    }
  }

  struct ScriptFault: Error { let errors: String }

  private static let script = """
    import base64, sys, numpy, zxingcpp
    kind = getattr(zxingcpp.BarcodeFormat, sys.argv[1])
    for line in open(sys.argv[2]):
        rows = [numpy.frombuffer(row.encode(), dtype=numpy.uint8) & 1 for row in line.strip().split("|")]
        rows = rows if len(rows) > 1 else rows * 6
        modules = numpy.pad(numpy.array(rows), ((4, 4), (12, 12)))
        image = (1 - modules.repeat(3, axis=0).repeat(3, axis=1)) * 255
        found = zxingcpp.read_barcodes(
            image, formats=kind, is_pure=True, text_mode=zxingcpp.TextMode.Plain,
            ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Read)
        if found:
            text = base64.b64encode(found[0].text.encode("utf-8", "surrogatepass")).decode()
            print(found[0].symbology_identifier, text)
        else:
            print("-")
    """
}
