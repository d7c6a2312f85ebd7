import Barcodes
import Imaging
import Scanning
import TestSupport
import Testing

/// What came before a picture must not matter: zbar's own state once did.
struct PairTests {
  @Test(arguments: ScanEffort.allCases)
  func `a picture gives the same alone and after any other`(effort: ScanEffort) throws {
    var random = RandomSource(seed: 51)
    let pictures = try (0..<8).map { _ in try Self.picture(using: &random) }
    let scanner = SymbolScanner(symbologies: Set(Symbology.onByDefault), effort: effort)
    let alone = pictures.map {
      SymbolScanner(symbologies: Set(Symbology.onByDefault), effort: effort).scan($0)
    }
    for _ in 0..<12 {
      let (first, second) = (
        Int.random(in: 0..<8, using: &random), Int.random(in: 0..<8, using: &random)
      )
      #expect(scanner.scan(pictures[first]) == alone[first])
      #expect(scanner.scan(pictures[second]) == alone[second])
    }
  }

  /// An EAN-13 of which a half may be hidden, or a Code 128.
  private static func picture(using random: inout RandomSource) throws -> GrayImage {
    let digits = (0..<12).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    var picture = Picture(width: 420, height: 120)
    let isRetail = Bool.random(using: &random)
    try picture.draw(digits, as: isRetail ? .ean13 : .code128, x: 60, y: 20)
    if Bool.random(using: &random) {
      let hidden = Bool.random(using: &random) ? 60 : 210
      picture.fill(x: hidden, y: 0, width: 150, height: 120, shade: 230)
    }
    return picture.image
  }
}
