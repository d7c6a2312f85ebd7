import Barcodes
import GS1
import TestSupport
import Testing

/// How many random texts of each symbology the others are asked about.
private let oracleTexts = 10_000

/// Linear symbologies beside zint, module for module, and before zxing-cpp.
struct LinearOracleTests {
  @Test(.enabled(if: Zint.program != nil, "zint is not installed"), arguments: LinearSubject.all)
  func `the modules are those of zint`(subject: LinearSubject) throws {
    let texts = subject.texts(oracleTexts, seed: 11)
    let theirs = try Zint.modules(of: texts.map { Array($0.utf8) }, type: subject.type)
    let ours = try texts.map { try subject.symbol($0).moduleRows[0] }
    try #require(theirs.count == ours.count)
    let different = texts.indices.filter { ours[$0] != theirs[$0] }
    #expect(different.count == 0, "\(different.prefix(3).map { texts[$0] })")
  }

  @Test(
    .enabled(if: ZXing.program != nil, "Python has no zxing-cpp"),
    arguments: LinearSubject.all.filter { $0.format != nil })
  func `zxing reads what was written`(subject: LinearSubject) throws {
    let texts = subject.texts(oracleTexts, seed: 13)
    let symbols = try texts.filter { $0.count >= subject.readableLength }.map(subject.symbol)
    let read = try ZXing.read(symbols, as: subject.format!)
    try #require(read.count == symbols.count)
    let isFullASCII = subject.options.allowsFullASCII
    let different = symbols.indices.filter {
      let text = isFullASCII ? read[$0].map { FullASCII.text($0.text) } : read[$0]?.text
      return text != Self.reported(symbols[$0])
    }
    #expect(
      different.count == 0, "\(different.prefix(3).map { (symbols[$0].data, read[$0]?.text) })")
  }

  /// What zxing-cpp makes of it: UPC-A and UPC-E are numbers of 13 digits, an add-on follows at once.
  private static func reported(_ symbol: Symbol) -> String {
    let parts = symbol.data.split(separator: " ").map(String.init)
    let addOn = parts.dropFirst().joined()
    return switch symbol.symbology {
    case .ean13: parts[0] + addOn
    case .upcA: "0" + parts[0] + addOn
    case .upcE: ((try? GTIN(upcE: parts[0]))?.canonical.suffix(13) ?? "") + addOn
    default: symbol.data
    }
  }
}
