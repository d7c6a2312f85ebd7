import Imaging
import TestSupport
import Testing
import Text

@Suite struct ShapingTests {
  private let engine: TextEngine
  private let font: Font

  init() throws {
    engine = try TextEngine()
    font = try engine.font(FontRequest(family: "DejaVu Sans"), size: 32)
  }

  @Test func `a line has its ink where it says`() throws {
    let line = try font.shape("Agjé 27")
    var bitmap = Bitmap(width: 300, height: 100)
    line.draw(on: &bitmap, x: 20, baseline: 60)
    let (x, y) = (20 + line.inkColumns.lowerBound, 60 + line.inkRows.lowerBound)
    let (width, height) = (line.inkColumns.count, line.inkRows.count)
    #expect(!bitmap.isWhite(x: x, y: y, width: width, height: 1))
    #expect(!bitmap.isWhite(x: x, y: y + height - 1, width: width, height: 1))
    #expect(!bitmap.isWhite(x: x, y: y, width: 1, height: height))
    #expect(!bitmap.isWhite(x: x + width - 1, y: y, width: 1, height: height))
    bitmap.fill(x: x, y: y, width: width, height: height, black: false)
    #expect(bitmap == Bitmap(width: 300, height: 100))
  }

  @Test func `capitals are as high as the font draws them`() throws {
    // DejaVu Sans has capitals of 1493 and an em of 2048 units.
    let height = try font.shape("H").inkRows.count
    #expect(height == (32 * 1493 + 1024) / 2048)
    #expect(try font.shape("H").inkRows == -height..<0)
    #expect(font.ascent > height && font.descent > 0)
    #expect(font.lineHeight == font.ascent + font.descent)
  }

  @Test(arguments: ["日本", "A\u{0007}", "ok \u{E000}"])
  func `a character that the font lacks is named, never drawn as a box`(text: String) throws {
    let fault = try #require(throws: FontFault.self) { try font.shape(text) }
    #expect(fault.code == "font.missing-glyph")
    let missing = try #require(text.unicodeScalars.first { $0.value > 127 || $0.value < 32 })
    let number = String(missing.value, radix: 16, uppercase: true)
    #expect(fault.message.contains("U+\(String(repeating: "0", count: 4 - number.count))\(number)"))
  }

  @Test func `joined scripts are shaped, and combined accents are composed`() throws {
    // Arabic letters take their forms by their neighbours, so the word is narrower than its letters.
    let letters = try ["س", "ل", "ا", "م"].map { try font.shape($0).advance }.reduce(0, +)
    #expect(try font.shape("سلام").advance < letters)
    #expect(try font.shape("e\u{301}").inkColumns == font.shape("é").inkColumns)
  }

  @Test func `an empty line and spaces have no ink`() throws {
    #expect(try font.shape("").inkColumns.isEmpty)
    #expect(try font.shape("  ").inkColumns.isEmpty)
    #expect(try font.shape("  ").advance > 0)
  }

  @Test func `engines on several threads draw the same dots`() async throws {
    let pictures = try await withThrowingTaskGroup(of: Bitmap.self) { group in
      for _ in 0..<8 { group.addTask { try Self.picture() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(pictures.allSatisfy { $0 == pictures[0] } && pictures.count == 8)
  }

  private static func picture() throws -> Bitmap {
    let engine = try TextEngine()
    var bitmap = Bitmap(width: 400, height: 60)
    for size in 10..<40 {
      let font = try engine.font(FontRequest(family: "DejaVu Sans", weight: .bold), size: size)
      try font.shape("Same dots \(size)").draw(on: &bitmap, x: size, baseline: 45)
    }
    return bitmap
  }
}
