import Foundation
import Imaging
@testable import Labels
import TestSupport
import Testing

/// Pages of labels, looked at by qpdf and poppler.
@Suite(.enabled(if: PDFSample.isPossible, PDFSample.needs))
struct PDFPageTests {
  private static let elements = """
    - qr-code: "https://example.org/{tag}"
      at: [4, 4]
      size: 16
    - text: "{name}"
      at: [24, 2]
      size: [24, 6]
      fit: shrink
    - code-128: "{tag}"
      at: [26, 9]
      size: [20, 9]
    - rectangle: 0.3
      at: [0.5, 0.5]
      size: [49, 24]
    """

  @Test func `a document passes qpdf's check and gives its texts back`() throws {
    let rows = (1...150).map { ["tag": "IT-\($0)", "name": "Desk of office \($0)"] }
    let sample = try PDFSample(try template(Self.elements), rows)
    #expect(try sample.complaints() == "")
    #expect(try sample.text(page: 150).contains("Desk of office 150"))
    #expect(try sample.text(page: 1).contains("IT-1"))
  }

  @Test func `a preview is a page of the label alone`() throws {
    let sheet = try template(
      "- {text: \"{name}\", at: [2, 2], size: [40, 8]}\n- {rectangle: 0.3, at: [1, 1], size: [45, 20]}"
    )
    let row = ["tag": "x", "name": "Desk"]
    let folder = try TemporaryFolder()
    try LabelRenderer(sheet).writePDF(row, to: folder.path("p.pdf"))
    #expect(try folder.bytes("p.pdf") == PDFSample(sheet, [row]).bytes)
    #expect(throws: LabelFault.self) {
      try LabelRenderer(sheet).writePDF(row, to: folder.path("nowhere/p.pdf"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["p.pdf"])
  }

  @Test func `a page has the dots of the bitmap`() throws {
    let label = try template(
      """
      - qr-code: "https://example.org/{tag}"
        at: [4, 4]
        size: 16
        rotate: 90
      - data-matrix: "{tag}"
        at: [66, 4]
        size: 8
        rotate: 270
      - ean-13: "400638133393"
        at: [24, 4]
        size: [36, 8]
        rotate: 180
        text: none
      - code-128: "{tag}"
        at: [24, 14]
        size: [22, 6]
        text: none
      - itf-14: "1540014128876"
        at: [9, 26]
        size: [60, 12]
        text: none
      - rectangle: filled
        at: [76, 10]
        size: [2, 2]
      """, size: "[80, 40]")
    #expect(try wrongDots(label, ["tag": "IT-000123"]) == 0)
  }

  @Test func `ellipses differ from the bitmap's by dots of their edges only`() throws {
    let label = try template(
      """
      - ellipse: filled
        at: [2, 2]
        size: [20, 12]
      - ellipse: 0.5
        at: [25, 2]
        size: [6, 20]
      """)
    #expect(try 1..<150 ~= wrongDots(label, ["tag": "x"]))
  }

  @Test func `pictures are turned and inverted as in the bitmap, but for a dot at their edges`()
    throws
  {
    var picture = GrayImage(width: 40, height: 20)
    for index in picture.pixels.indices where index % 40 < 13 || index < 200 {
      picture.pixels[index] = 0
    }
    let folder = try TemporaryFolder()
    try folder.write("sign.png", PNGWriter.encode(picture))
    let yaml = """
      name: test
      size: [40, 20]
      file: a
      elements:
        - {image: sign.png, at: [2, 2], size: [12, 6]}
        - {image: sign.png, at: [16, 2], size: [6, 12], rotate: 90}
        - {image: sign.png, at: [24, 2], size: [12, 6], rotate: 180, invert: true}
        - {image: sign.png, at: [24, 9], size: [5, 10], rotate: 270}
      """
    let label = try LabelTemplate.read(folder.write("t.yaml", yaml))
    // Poppler lets pictures cover every dot that they touch; their edges are 1,500 dots long.
    #expect(try wrongDots(label, [:]) < 500)
  }

  /// How many dots of a label's page aren't those of its bitmap.
  private func wrongDots(_ label: LabelTemplate, _ row: [String: String]) throws -> Int {
    let bitmap = try LabelRenderer(label).render(row).bitmap
    let page = try PDFSample(label, [row]).rendered(smooth: true)
    #expect(page.width == bitmap.width && page.height == bitmap.height)
    return zip(page.pixels, bitmap.grayImage().pixels).count { ($0 < 128) != ($1 < 128) }
  }
}
