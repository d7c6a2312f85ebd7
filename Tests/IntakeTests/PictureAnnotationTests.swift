import Barcodes
import Imaging
import Scanning
import TestSupport
import Testing
import Text

@testable import Intake

struct PictureAnnotationTests {
  private let gray = PixelColour(red: 128, green: 128, blue: 128)

  private func symbol(
    _ corners: [(Int, Int)], text: String = "ABC", valid: Bool = true, weak: Bool = false
  ) -> ScannedSymbol {
    ScannedSymbol(
      symbology: .code128, identifier: "]C0", text: text, payload: "]C0" + text,
      polygon: corners.map { PixelPoint(x: $0.0, y: $0.1) }, orientation: 0, quality: 9,
      valid: valid, weak: weak)
  }

  private func annotated(
    _ symbols: [ScannedSymbol], width: Int = 300, height: Int = 200
  ) throws -> ColourImage {
    try PictureAnnotation.draw(
      symbols, over: GrayImage(width: width, height: height, shade: 128), engine: TextEngine())
  }

  private func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> [(Int, Int)] {
    [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
  }

  /// The rows and columns in which anything differs from the gray of the picture.
  private func marked(_ image: ColourImage) -> (x: ClosedRange<Int>, y: ClosedRange<Int>)? {
    var points: [(x: Int, y: Int)] = []
    for y in 0..<image.height {
      for x in 0..<image.width where image[x, y] != gray { points.append((x, y)) }
    }
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.first?.y, let bottom = points.last?.y
    else { return nil }
    return (left...right, top...bottom)
  }

  @Test func `the outline runs along the polygon in the colour of the verdict`() throws {
    let corners = [(100, 80), (180, 90), (170, 150), (90, 140)]
    for (valid, weak, verdict) in [
      (true, false, Verdict.valid), (true, true, .weak), (false, true, .notValid),
    ] {
      let image = try annotated([symbol(corners, valid: valid, weak: weak)])
      for corner in corners { #expect(image[corner.0, corner.1] == verdict.colour) }
      #expect(image[140, 85] == verdict.colour && image[95, 110] == verdict.colour)
      #expect(image[135, 115] == gray, "what is inside stays as it was")
    }
    #expect(Set([Verdict.valid, .weak, .notValid].map(\.colour)).count == 3)
  }

  @Test(arguments: [(0, 0), (240, 0), (0, 150), (240, 150), (120, 70), (-30, -30), (290, 190)])
  func `a caption stays in the picture and off its symbol`(x: Int, y: Int) throws {
    var placing = CaptionPlacing(
      symbols: [PixelRectangle(x: x, y: y, width: 50, height: 40)], picture: (300, 200), gap: 2)
    let found = placing.place(
      width: 120, height: 15, at: PixelRectangle(x: x, y: y, width: 50, height: 40))
    let place = try #require(found)
    #expect(place.x >= 0 && place.x + place.width <= 300)
    #expect(place.y >= 0 && place.y + place.height <= 200)
    #expect(place.area(sharedWith: PixelRectangle(x: x, y: y, width: 50, height: 40)) == 0)
  }

  @Test func `captions of symbols side by side don't cover each other`() {
    let symbols = (0..<6).map { PixelRectangle(x: 40 * $0 + 20, y: 90, width: 30, height: 30) }
    var placing = CaptionPlacing(symbols: symbols, picture: (300, 200), gap: 2)
    let places = symbols.compactMap { placing.place(width: 70, height: 14, at: $0) }
    #expect(places.count == 6)
    for (index, place) in places.enumerated() {
      for other in places.dropFirst(index + 1) { #expect(place.area(sharedWith: other) == 0) }
    }
  }

  @Test func `a picture without symbols is the gray picture`() throws {
    #expect(marked(try annotated([])) == nil)
  }

  @Test func `a picture too small for a caption has its outline alone`() throws {
    let image = try annotated([symbol(box(2, 2, 5, 5))], width: 10, height: 10)
    #expect(image[2, 4] == Verdict.valid.colour)
    #expect(image.width == 10 && image.height == 10)
    _ = try annotated([symbol(box(0, 0, 0, 0))], width: 1, height: 1)
    _ = try annotated([symbol([])], width: 30, height: 30)
  }

  @Test(arguments: [
    "\u{1B}[2J\u{7}", "a\u{202E}b", "\u{FFFF}\u{10FFFF}", "😀", "", " ", "\u{0}",
    String(repeating: "x", count: 7000), "a" + String(repeating: "\u{301}", count: 5000),
    "שלום", "مرحبا", "\r\n\r\n",
  ])
  func `any text gives a caption in the picture`(text: String) throws {
    let image = try annotated([symbol(box(100, 80, 60, 40), text: text)])
    let marks = try #require(marked(image))
    #expect(marks.y.lowerBound < 75, "there is a caption above")
    #expect(marks.y.upperBound < 125, "and nothing below")
  }

  @Test func `characters that the font lacks are left out, the others stay`() throws {
    let corners = box(100, 80, 60, 40)
    let image = try annotated([symbol(corners, text: "A\u{10FFFD}B")])
    #expect(image == (try annotated([symbol(corners, text: "AB")])))
    #expect(image != (try annotated([symbol(corners, text: "A")])))
  }

  @Test func `long texts keep their beginning and more of their end`() {
    let text = "https://assets.example.org/a/AST-000017"
    #expect(CaptionWords.shortened(text, to: 24) == "https:/…org/a/AST-000017")
    #expect(CaptionWords.shortened("AST-000017", to: 24) == "AST-000017")
    #expect(CaptionWords.shortened("\u{1B}[31m", to: 24) == "\\u{1B}[31m")
  }
}
