import Diagnostics
import Imaging
import Labels
import TestSupport
import Testing

/// Pictures, ellipses and inverted elements.
@Suite struct ElementTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A template in the folder, of 10 × 10 mm at 254 dpi: 100 × 100 dots.
  private func render(_ elements: String, _ values: [String: String] = ["tag": "x"]) throws
    -> Bitmap
  {
    let path = try folder.write(
      "t.yaml",
      """
      name: t
      size: [10, 10]
      dpi: 254
      file: "{tag}"
      fields: {tag: {required: true}, logo: {default: ""}}
      elements:
      \(elements.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
      """)
    return try LabelRenderer(LabelTemplate.read(path)).render(values).bitmap
  }

  private func writeSign(_ name: String = "sign.png") throws {
    var sign = Bitmap(width: 10, height: 5)
    sign.fill(x: 0, y: 0, width: 5, height: 5)
    try folder.write(name, PNGWriter.encode(sign, dpi: 254))
  }

  private func blackDots(_ bitmap: Bitmap) -> Int {
    bitmap.bytes.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  @Test func `a picture fills its box in its proportions, at the place that is asked for`() throws {
    try writeSign()
    let bitmap = try render("- image: sign.png\n  at: [2, 2]\n  size: [6, 6]")
    var expected = Bitmap(width: 100, height: 100)
    expected.fill(x: 20, y: 35, width: 30, height: 30)
    #expect(bitmap == expected)
    let turned = try render(
      "- image: sign.png\n  at: [2, 2]\n  size: [6, 6]\n  rotate: 90\n  align: left")
    var upright = Bitmap(width: 100, height: 100)
    upright.fill(x: 35, y: 20, width: 30, height: 30)
    #expect(turned == upright)
  }

  @Test
  func `a picture that isn't there is refused with the template, and with the row that names it`()
    throws
  {
    let missing = try #require(throws: TemplateFault.self) {
      try render("- image: logo.png\n  at: [2, 2]\n  size: [6, 6]")
    }
    #expect(missing.problems.map(\.key) == ["image"])
    #expect(missing.problems.first?.line == 7)
    #expect(missing.problems.first?.message.contains("logo.png") == true)
    let row = try #require(throws: LabelFault.self) {
      try render(
        "- image: \"{logo}.png\"\n  at: [2, 2]\n  size: [6, 6]", ["tag": "x", "logo": "a"])
    }
    #expect(row.code == "image.unreadable" && row.message.contains("line 7 of the template"))
  }

  @Test(arguments: ["", " "])
  func `a row without a picture is told how to go without`(name: String) throws {
    let fault = try #require(throws: LabelFault.self) {
      try render("- image: \"{logo}\"\n  at: [2, 2]\n  size: [6, 6]", ["tag": "x", "logo": name])
    }
    #expect(fault.code == "label.image" && fault.message.contains("give the element “when:”"))
  }

  @Test(arguments: ["../sign", "/etc/passwd", "a/../../sign"])
  func `a row can't choose a picture outside of the template's folder`(name: String) throws {
    let fault = try #require(throws: LabelFault.self) {
      try render("- image: \"{logo}\"\n  at: [2, 2]\n  size: [6, 6]", ["tag": "x", "logo": name])
    }
    #expect(fault.code == "label.image")
  }

  @Test func `grey becomes black or white, or a spread of dots where that is asked for`() throws {
    var gray = "P2 60 60 255\n"
    for _ in 0..<3600 { gray += "100 " }
    try folder.write("gray.pgm", gray)
    let element = "- image: gray.pgm\n  at: [2, 2]\n  size: [6, 6]"
    #expect(try blackDots(render(element)) == 3600)
    let share = try Double(blackDots(render(element + "\n  dither: true"))) / 3600
    #expect(abs(share - (1 - 100.0 / 255)) < 0.02)
  }

  @Test(arguments: [(60, 60), (60, 30), (9, 45)])
  func `an ellipse touches its box's sides and covers what an ellipse does`(width: Int, height: Int)
    throws
  {
    let at = "at: [2, 2]\n  size: [\(Double(width) / 10), \(Double(height) / 10)]"
    let filled = try render("- ellipse: filled\n  \(at)")
    let area = Double.pi / 4 * Double(width * height)
    #expect(abs(Double(blackDots(filled)) - area) < Double(width + height) / 2)
    var outside = filled
    outside.fill(x: 20, y: 20, width: width, height: height, black: false)
    #expect(blackDots(outside) == 0)
    for (x, y) in [
      (20 + width / 2, 20), (20 + width / 2, 19 + height), (20, 20 + height / 2),
      (19 + width, 20 + height / 2),
    ] {
      #expect(filled[x, y])
    }
    let line = try render("- ellipse: 0.2\n  \(at)")
    #expect(line[20 + width / 2, 20] && line[20 + width / 2, 21] && !line[20 + width / 2, 22])
    #expect(line[20, 20 + height / 2] && !line[20 + width / 2, 20 + height / 2])
  }

  @Test func `an inverted text is the same text with its box's colours changed`() throws {
    let text = "- text: Wg\n  at: [1, 1]\n  size: [8, 5]"
    let black = try render(text)
    let white = try render(text + "\n  invert: true")
    var expected = black
    for y in 10..<60 { for x in 10..<90 { expected[x, y].toggle() } }
    #expect(white == expected)
  }

  @Test func `ink is where dots are, not where a box is`() throws {
    // The corner of an ellipse's box is free.
    let corner = """
      - ellipse: filled
        at: [4, 4]
        size: [6, 6]
      - data-matrix: "{tag}"
        at: [0.5, 0.5]
        size: 4
      """
    #expect(blackDots(try render(corner, ["tag": "7"])) > 0)
    let fault = try #require(throws: LabelFault.self) {
      try render(corner.replacing("ellipse: filled", with: "rectangle: filled"), ["tag": "7"])
    }
    #expect(fault.code == "label.quiet-zone" && fault.message.contains("the rectangle of line 7"))
  }
}
