import Barcodes
import Testing

struct SymbolDrawingTests {
  private let matrix = Symbol(
    symbology: .qrCode, text: "x",
    modules: .matrix(
      ModuleMatrix(columns: 3, rows: 2, dark: [true, true, false, true, true, true])))
  private let bars = Symbol(
    symbology: .code128, text: "<&>", modules: .linear(BarPattern(widths: [2, 1, 1])))

  @Test func `rows are dark and light modules without quiet zone`() {
    #expect(matrix.moduleRows == ["110", "111"])
    #expect(bars.moduleRows == ["1101"])
  }

  @Test func `block art draws what is light`() {
    #expect(matrix.blockArt(quietZone: false) == "  ▀")
    #expect(bars.blockArt(quietZone: false).split(separator: "\n").allSatisfy { $0 == " ▌" })
    #expect(matrix.blockArt().split(separator: "\n").allSatisfy { $0.count == 3 + 2 * 4 })
    #expect(matrix.blockArt().hasPrefix("███████████\n███████████\n████  ▀████"))
  }

  @Test func `rectangles cover each dark module once`() throws {
    let symbol = try SymbolEncoder.encode("https://example.org/a/1", as: .qrCode)
    guard case .matrix(let matrix) = symbol.modules else { return }
    var covered = Array(repeating: 0, count: matrix.dark.count)
    for rectangle in matrix.rectangles {
      for y in rectangle.y..<rectangle.y + rectangle.height {
        for x in rectangle.x..<rectangle.x + rectangle.width {
          covered[y * matrix.columns + x] += 1
        }
      }
    }
    #expect(covered == matrix.dark.map { $0 ? 1 : 0 })
  }

  @Test func `SVG has its size in millimetres and its quiet zone`() {
    let svg = matrix.svg(xDimension: 0.5)
    #expect(svg.contains("width=\"5.5mm\" height=\"5mm\" viewBox=\"-4 -4 11 10\""))
    #expect(svg.contains("<path d=\"M0 0h2v1h-2zM0 1h3v1h-3z\""))
  }

  @Test func `SVG text is escaped`() {
    let svg = bars.svg(xDimension: 0.25)
    #expect(svg.contains(">&lt;&amp;&gt;</text>"))
    #expect(!bars.svg(xDimension: 0.25, interpretation: false).contains("<text"))
  }

  @Test func `the digits of an EAN stand in three places`() throws {
    let symbol = try SymbolEncoder.encode("4006381333931", as: .ean13)
    #expect(symbol.textGroups.map(\.text) == ["4", "006381", "333931"])
    #expect(symbol.textGroups.map(\.centre) == [-6, 24, 71])
  }
}
