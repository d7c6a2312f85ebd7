import Foundation
import FoundationXML
import Imaging
import Labels
import TestSupport
import Testing

/// SVG documents, drawn by librsvg: no code of ours.
@Suite(.enabled(if: Program.tool("rsvg-convert") != nil, "rsvg-convert isn't installed"))
struct SVGTests {
  private let folder: TemporaryFolder
  private let converter: Program

  init() throws {
    folder = try TemporaryFolder()
    converter = try #require(Program.tool("rsvg-convert"))
  }

  /// The document drawn with a pixel for each dot.
  private func drawn(_ svg: String, _ size: Bitmap) throws -> GrayImage {
    let path = try folder.write("label.svg", svg)
    let result = try converter.run([
      "-w", "\(size.width)", "-h", "\(size.height)", "-o", folder.path("label.png"), path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    return try ImageLoader.load(path: folder.path("label.png")).image
  }

  private static let shapes = """
    - qr-code: "https://example.org/{tag}"
      at: [4, 4]
      size: 16
      rotate: 90
    - data-matrix: "{tag}"
      at: [23, 2]
      size: 6
      rotate: 180
    - code-128: "{tag}"
      at: [26, 12]
      size: [30, 9]
      text: none
    - itf-14: "1540014128876"
      at: [5, 28]
      size: [50, 9]
      text: none
    - rectangle: 0.4
      at: [0.5, 0.5]
      size: [61, 39]
    - rectangle: filled
      at: [45, 3]
      size: [3, 3]
    - line: 0.4
      at: [32, 9]
      to: [60, 9]
    """

  @Test func `what isn't text is the very dots of the PNG`() throws {
    let renderer = try LabelRenderer(template(Self.shapes, size: "[62, 40]"))
    let bitmap = try renderer.render(["tag": "IT-000123"]).bitmap
    let drawn = try drawn(renderer.svg(["tag": "IT-000123"]), bitmap)
    #expect(drawn == bitmap.grayImage())
  }

  @Test(arguments: [0, 90, 180, 270])
  func `texts stand where they stand in the PNG`(degrees: Int) throws {
    let size = degrees % 180 == 0 ? "[20, 6]" : "[6, 20]"
    let text =
      "- text: \"{name}\"\n  at: [10, 9]\n  size: \(size)\n  rotate: \(degrees)\n  font: {size: 6, weight: bold}"
    let renderer = try LabelRenderer(template(text, size: "[40, 40]"))
    for values in [["tag": "x", "name": "Lamp <7> & co"], ["tag": "x", "name": "שלום"]] {
      let bitmap = try renderer.render(values).bitmap
      let svg = try drawn(renderer.svg(values), bitmap)
      let (printed, shown) = (bitmap.grayImage().darkBox, svg.darkBox)
      for (edge, other) in zip(printed, shown) {
        #expect(abs(edge - other) <= 3, "\(printed) \(shown)")
      }
    }
  }

  @Test func `an inverted text is white on black, an ellipse is where it is in the PNG`() throws {
    let renderer = try LabelRenderer(
      template(
        """
        - ellipse: 0.5
          at: [2, 2]
          size: [20, 12]
        - text: "{name}"
          at: [25, 2]
          size: [20, 8]
          invert: true
        """))
    let bitmap = try renderer.render(["tag": "x", "name": "Wg"]).bitmap
    let drawn = try drawn(renderer.svg(["tag": "x", "name": "Wg"]), bitmap)
    let expected = bitmap.grayImage()
    let wrong = zip(drawn.pixels, expected.pixels).filter { abs(Int($0) - Int($1)) > 200 }.count
    #expect(wrong < 250, "\(wrong) dots of \(drawn.pixels.count)")
  }

  @Test func `hostile text stays text`() throws {
    let renderer = try LabelRenderer(
      template("- text: \"{name}\"\n  at: [2, 2]\n  size: [46, 6]\n  fit: shrink"))
    let name = "</text><script>x()</script>"
    let svg = try renderer.svg(["tag": "x", "name": name])
    let document = try XMLDocument(xmlString: svg)
    #expect(!svg.contains("<script"))
    #expect(try document.nodes(forXPath: "//*[local-name()='text']").map(\.stringValue) == [name])
  }
}
